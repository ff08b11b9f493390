import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient, type ServiceBusMessage, type ServiceBusSender } from "@azure/service-bus";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningHost, startHost } from "../../src/host/start-host.ts";
import { type RunningServiceBus, startServiceBus } from "../../src/service-bus/start-service-bus.ts";

type HandledMessage = { order: { id: string; outcome: string }; triggerMetadata: Record<string, unknown> };
type QueueRecord = { handled: HandledMessage[]; dead: HandledMessage[]; running: number; maxAtOnce: number };

const queueName = "orders";
const properties = { LockDuration: "PT30S", MaxDeliveryCount: 3 };
const config = {
  UserConfig: { Namespaces: [{ Name: "host", Queues: [{ Name: queueName, Properties: properties }] }] },
};
const key = "a2V5IG9mIHRoZSB0ZXN0";

let dir: string;
let bus: RunningServiceBus;
let host: RunningHost;
let client: ServiceBusClient;
let sender: ServiceBusSender;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "host-queues-"));
  bus = await startServiceBus({ dir: join(dir, "bus"), port: 0, plainPort: 0, key, config });
  vi.stubEnv("SERVICE_BUS", bus.connectionString);
  vi.stubEnv("ORDER_QUEUE", queueName);
  client = new ServiceBusClient(bus.connectionString);
  sender = client.createSender(queueName);
  host = await startHost({
    appRoot: join(import.meta.dirname, "apps/queues"),
    port: 0,
    dir: join(dir, "host"),
    log: () => undefined,
  });
});
afterEach(async () => {
  await release();
  await client.close();
  await host.close();
  await bus.close();
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

const send = (id: string, outcome: string, more: Partial<ServiceBusMessage> = {}) =>
  sender.sendMessages({ body: { id, outcome }, messageId: id, ...more });
const release = () => fetch(`${host.endpoint}/api/release`, { method: "POST" });
const seen = async (): Promise<QueueRecord> => {
  const response = await fetch(`${host.endpoint}/api/seen`);
  return (await response.json()) as QueueRecord;
};

describe("a Service Bus message", () => {
  it("is completed when its handler succeeds", async () => {
    await send("a", "complete");
    await expect.poll(async () => (await seen()).handled.length).toBe(1);
    await expect.poll(() => bus.control.operations()["complete"]).toBe(1);
    expect(bus.control.counts(queueName)).toMatchObject({ active: 0, locked: 0, deadLetter: 0 });
  });

  it("comes with the metadata of the Service Bus extension, in camel case", async () => {
    await send("42", "complete", { applicationProperties: { traceparent: "00-1" }, contentType: "application/json" });
    await expect.poll(async () => (await seen()).handled.length).toBe(1);
    const { triggerMetadata } = (await seen()).handled[0] ?? {};
    expect(triggerMetadata).toMatchObject({
      messageId: "42",
      deliveryCount: 1,
      sequenceNumber: expect.any(Number),
      enqueuedTimeUtc: expect.stringMatching(/^\d{4}-.*Z$/),
      lockToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
      contentType: "application/json",
      applicationProperties: { traceparent: "00-1" },
    });
  });

  it("is delivered again when its handler throws", async () => {
    await send("a", "fail once");
    await expect
      .poll(async () => (await seen()).handled.map((h) => h.triggerMetadata["deliveryCount"]))
      .toEqual([1, 2]);
    await expect.poll(() => bus.control.counts(queueName).locked).toBe(0);
  });

  it("goes to the consumer of the dead-letter queue after its last delivery", async () => {
    await send("a", "fail");
    await expect.poll(async () => (await seen()).dead.length).toBe(1);
    expect((await seen()).dead[0]).toMatchObject({
      order: { id: "a" },
      triggerMetadata: { deadLetterReason: "MaxDeliveryCountExceeded" },
    });
  });
});

it("no more messages run at once than host.json allows", async () => {
  await Promise.all(Array.from({ length: 10 }, (_, i) => send(`${i}`, "wait")));
  await expect.poll(async () => (await seen()).running).toBe(4);
  await expect
    .poll(async () => {
      await release();
      return (await seen()).handled.length;
    })
    .toBe(10);
  expect((await seen()).maxAtOnce).toBe(4);
});

describe("drain", () => {
  it("waits for running handlers and settles their messages", async () => {
    await send("running", "wait");
    await expect.poll(async () => (await seen()).running).toBe(1);
    const order: string[] = [];
    const drained = host.drain().then(() => order.push("drained"));
    order.push("released");
    await release();
    await drained;
    expect(order).toEqual(["released", "drained"]);
    expect(bus.control.counts(queueName)).toMatchObject({ active: 0, locked: 0 });
  });

  it("leaves later messages in the queue", async () => {
    await host.drain();
    await send("later", "complete");
    expect(bus.control.counts(queueName)).toMatchObject({ active: 1, locked: 0 });
  });
});

it("messages flow again within seconds after the broker was away", async () => {
  await send("before", "complete");
  await expect.poll(async () => (await seen()).handled.length).toBe(1);
  const plainPort = Number(/:(\d+);/.exec(bus.connectionString)?.[1]);
  await bus.close();
  bus = await startServiceBus({ dir: join(dir, "bus"), port: 0, plainPort, key, config });
  const again = new ServiceBusClient(bus.connectionString);
  await again.createSender(queueName).sendMessages({ body: { id: "after", outcome: "complete" } });
  await again.close();
  await expect.poll(async () => (await seen()).handled.length, { timeout: 60_000 }).toBe(2);
});

it("each of hundreds of messages settled at the same moment gets its own outcome", async () => {
  const outcomes = (i: number) => (i % 3 === 0 ? "fail" : "complete");
  await sender.sendMessages(
    Array.from({ length: 300 }, (_, i) => ({ messageId: `${i}`, body: { id: `${i}`, outcome: outcomes(i) } })),
  );
  await expect.poll(async () => (await seen()).dead.length, { timeout: 120_000 }).toBe(100);
  await expect.poll(() => bus.control.counts(queueName)).toMatchObject({ active: 0, locked: 0, deadLetter: 0 });
  const { handled, dead } = await seen();
  expect(dead.every(({ order }) => order.outcome === "fail")).toBe(true);
  expect(handled.filter(({ order }) => order.outcome === "complete").length).toBe(200);
});
