import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient, type ServiceBusReceiver } from "@azure/service-bus";
import { type RunningServiceBus, startServiceBus } from "@tenantpilot/embedded-azure/service-bus";
import { toEmulatorConfig } from "@tenantpilot/embedded-azure/service-bus/emulator-config";
import { receiveAll, receiveOne } from "@tenantpilot/embedded-azure/testing/messages";
import { type Authority, openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import queues from "../../../config/queues.json" with { type: "json" };
import { makeOperationQueue } from "../../../src/adapters/service-bus/make-operation-queue.ts";
import { sendLimits } from "../../../src/adapters/service-bus/send-limits.ts";
import { operationMessageSchema } from "../../../src/domain/operation-run/operation-queue.ts";

const queueName = "operations";
const message = operationMessageSchema.parse({
  tenantId: "11111111-2222-3333-4444-555555555555",
  runId: "01hzy3v9k2m4n6p8q0r2s4t6v8",
  attempt: 1,
});
/** The same behaviour as the product's own limits, in less time. */
const limits = { attemptTimeoutMs: 1_000, maxRetries: 1, retryDelayMs: 100, totalTimeoutMs: 4_000 };
const messageId = `${message.runId}-1`;
const credential = { getToken: async () => ({ token: "t", expiresOnTimestamp: Date.now() + 3_600_000 }) };
const caller = { principalId: "p", clientId: "c", tenantId: "t", roles: [] };

describe("the queue of operations", () => {
  let dir: string;
  let authority: Authority;
  let server: RunningServiceBus;
  let reader: ServiceBusClient;
  let receiver: ServiceBusReceiver;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "service-bus-"));
    authority = await openAuthority(join(dir, "tls"));
    trust(authority.caPem);
  });
  afterAll(() => rm(dir, { recursive: true }));

  beforeEach(async () => {
    server = await startServiceBus({
      dir: await mkdtemp(join(dir, "data-")),
      port: 0,
      plainPort: 0,
      tls: authority.issue(),
      access: { callerOf: async () => caller, may: () => true },
      config: toEmulatorConfig(queues),
    });
    reader = new ServiceBusClient(server.connectionString);
    receiver = reader.createReceiver(queueName);
  });
  afterEach(async () => {
    await reader.close();
    await server.close();
  });

  const open = (namespace = server.namespace) => makeOperationQueue({ namespace, credential, queueName, limits });

  it("sends which attempt of which run, with id and trace", async () => {
    await using queue = open();
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    expect(await queue.send(message, { messageId, traceparent })).toBe("sent");
    const got = await receiveOne(receiver);
    expect(operationMessageSchema.parse(got.body)).toEqual(message);
    expect(got).toMatchObject({ messageId, contentType: "application/json", applicationProperties: { traceparent } });
  });

  it("sends once when the same message is sent again", async () => {
    await using queue = open();
    for (let times = 0; times < 3; times += 1) await queue.send(message, { messageId });
    expect(await receiveAll(receiver)).toEqual([message]);
  });

  it("leaves one message when the connection drops after the broker took it", async () => {
    await using queue = open();
    server.control.dropAfterAccept(queueName, 1);
    expect(await queue.send(message, { messageId })).toBe("sent");
    expect(server.control.operations()).toMatchObject({ send: 2 });
    expect(await receiveAll(receiver)).toEqual([message]);
  });

  it("says dispatch_failed, with the cause, when the broker refuses", async () => {
    await using queue = open();
    server.control.rejectSends(queueName, limits.maxRetries + 1);
    const failure = { code: "dispatch_failed", cause: expect.anything() };
    await expect(queue.send(message, { messageId })).rejects.toMatchObject(failure);
    expect(await receiver.peekMessages(1)).toEqual([]);
  });

  it("sends again after a failure", async () => {
    await using queue = open();
    server.control.rejectSends(queueName, limits.maxRetries + 1);
    await expect(queue.send(message, { messageId })).rejects.toMatchObject({ code: "dispatch_failed" });
    expect(await queue.send(message, { messageId })).toBe("sent");
  });

  it("gives up on a broker that does not answer", async () => {
    const silent = await listenSilently();
    const queue = open(`localhost:${silent.port}`);
    await expect(withinTime(queue.send(message, { messageId }))).rejects.toMatchObject({ code: "dispatch_failed" });
    silent.close();
    await queue[Symbol.asyncDispose]();
  });

  it("gives up on a port where nobody listens", async () => {
    const silent = await listenSilently();
    silent.close();
    await using queue = open(`localhost:${silent.port}`);
    await expect(withinTime(queue.send(message, { messageId }))).rejects.toMatchObject({ code: "dispatch_failed" });
  });

  it("lets an HTTP start wait less than ten seconds", () => {
    const attempts = sendLimits.maxRetries + 1;
    const longestMs = attempts * sendLimits.attemptTimeoutMs + sendLimits.maxRetries * sendLimits.retryDelayMs;
    expect(longestMs).toBeLessThanOrEqual(sendLimits.totalTimeoutMs);
    expect(sendLimits.totalTimeoutMs).toBeLessThan(10_000);
  });
});

/** Passes the outcome on when it comes; it takes the limits together at most, ten times that on a busy machine. */
async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  try {
    return await work;
  } finally {
    expect(performance.now() - startedAt).toBeLessThan(10 * limits.totalTimeoutMs);
  }
}

/** Accepts connections and says nothing. */
async function listenSilently(): Promise<{ port: number; close(): void }> {
  const server: Server = createServer((socket) => open.add(socket.on("error", () => {})));
  const open = new Set<{ destroy(): void }>();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has an address.");
  const close = () => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return { port: address.port, close };
}
