import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ServiceBusClient } from "@azure/service-bus";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServiceBus } from "../../src/service-bus/start-service-bus.ts";
import { deadLettersOf, receiveAll, receiveOne, send } from "./builders.ts";
import { config, queueNames } from "./target.ts";

const key = "bG9jYWwtdGVzdC1rZXk=";
const noRetries = { retryOptions: { maxRetries: 0, timeoutInMs: 2_000 } };

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "service-bus-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true });
});

async function startAgain() {
  const server = await startServiceBus({ dir, port: 0, plainPort: 0, key, config });
  const client = new ServiceBusClient(server.connectionString, noRetries);
  const close = async () => {
    await client.close();
    await server.close();
  };
  return { server, client, [Symbol.asyncDispose]: close };
}

describe("after a restart", () => {
  it("everything is where it was, and what was locked can be received at once", async () => {
    {
      await using bus = await startAgain();
      await send(bus.client, ["locked", "dead", "ready"]);
      const receiver = bus.client.createReceiver(queueNames.plain);
      await receiveOne(receiver);
      await receiver.deadLetterMessage(await receiveOne(receiver));
      await bus.client
        .createSender(queueNames.plain)
        .scheduleMessages({ body: "later" }, new Date(Date.now() + 60_000));
    }
    await using bus = await startAgain();
    const counts = { active: 2, locked: 0, scheduled: 1, deadLetter: 1 };
    expect(bus.server.control.counts(queueNames.plain)).toEqual(counts);
    expect(await receiveAll(bus.client.createReceiver(queueNames.plain))).toEqual(["locked", "ready"]);
    expect(await receiveOne(deadLettersOf(bus.client))).toMatchObject({ body: "dead" });
  });

  it("a repeated message id is still known", async () => {
    const message = { body: "once", messageId: "m" };
    {
      await using bus = await startAgain();
      await bus.client.createSender(queueNames.duplicates).sendMessages(message);
      const receiver = bus.client.createReceiver(queueNames.duplicates);
      await receiver.completeMessage(await receiveOne(receiver));
    }
    await using bus = await startAgain();
    await bus.client.createSender(queueNames.duplicates).sendMessages(message);
    expect(await receiveAll(bus.client.createReceiver(queueNames.duplicates))).toEqual([]);
  });

  it("sequence numbers go on, also when the queue had become empty", async () => {
    let last = 0;
    {
      await using bus = await startAgain();
      await send(bus.client, ["one"]);
      const receiver = bus.client.createReceiver(queueNames.plain);
      const message = await receiveOne(receiver);
      await receiver.completeMessage(message);
      last = message.sequenceNumber?.toNumber() ?? 0;
    }
    await using bus = await startAgain();
    await send(bus.client, ["two"]);
    const next = await receiveOne(bus.client.createReceiver(queueNames.plain));
    expect(next.sequenceNumber?.toNumber()).toBeGreaterThan(last);
  });
});

it("the server refuses a second server on one folder", async () => {
  await using bus = await startAgain();
  await expect(startAgain()).rejects.toThrow(/another server may be using it/);
  await send(bus.client, ["still works"]);
});

it("the server gives everything back when its port is taken", async () => {
  const other = await startServiceBus({ dir: join(dir, "other"), port: 0, plainPort: 0, key, config });
  const options = { dir: join(dir, "this"), port: 0, key, config };
  await expect(startServiceBus({ ...options, plainPort: other.port })).rejects.toThrow(/EADDRINUSE/);
  await other.close();
  const server = await startServiceBus({ ...options, plainPort: 0 });
  await server.close();
  await server.close();
});

describe("kill -9 under load", () => {
  it("loses no message whose send was acknowledged, and brings back none that was completed", async () => {
    const { child, connectionString } = await startChild(dir);
    const client = new ServiceBusClient(connectionString, noRetries);
    const work = await workUntilKilled(client, child);
    await client.close();
    await using bus = await startAgain();
    const receiver = bus.client.createReceiver(queueNames.plain, { receiveMode: "receiveAndDelete" });
    const left = new Set<unknown>();
    while (bus.server.control.counts(queueNames.plain).active > 0) {
      for (const body of await receiveAll(receiver)) left.add(body);
    }
    const lost = work.acknowledged.filter((body) => !left.has(body) && !work.settling.has(body));
    expect({ lost, back: work.completed.filter((body) => left.has(body)) }).toEqual({ lost: [], back: [] });
    expect(work.completed.length).toBeGreaterThan(0);
  });
});

async function startChild(folder: string): Promise<{ child: ChildProcess; connectionString: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "child-server.ts"), folder, key]);
  const [line] = (await once(child.stdout, "data")) as [Buffer]; // a piped stdout gives buffers
  return { child, connectionString: line.toString().trim() };
}

/** Sends and completes until the server dies, which it does in the middle of it. */
async function workUntilKilled(client: ServiceBusClient, child: ChildProcess) {
  const [acknowledged, completed] = [[] as number[], [] as number[]];
  const settling = new Set<unknown>();
  const sender = client.createSender(queueNames.plain);
  const receiver = client.createReceiver(queueNames.plain);
  const dead = once(child, "exit");
  receiver.subscribe(
    {
      processMessage: async (message) => {
        settling.add(message.body);
        await receiver.completeMessage(message);
        completed.push(message.body);
        if (completed.length === 100) child.kill("SIGKILL");
      },
      processError: async () => {},
    },
    { autoCompleteMessages: false, maxConcurrentCalls: 4 },
  );
  const sendFrom = async (start: number) => {
    for (let body = start; child.exitCode === null && child.signalCode === null; body += 4) {
      await sender.sendMessages({ body });
      acknowledged.push(body);
    }
  };
  await Promise.allSettled([0, 1, 2, 3].map(sendFrom));
  await dead;
  return { acknowledged, completed, settling };
}
