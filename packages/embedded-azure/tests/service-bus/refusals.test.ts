import { ServiceBusClient } from "@azure/service-bus";
import { describe, expect, it } from "vitest";
import { startServiceBus } from "../../src/service-bus/start-service-bus.ts";
import { receiveOne, send } from "./builders.ts";
import { type config, isReal, openEmbedded, queueNames } from "./target.ts";

/** What the embedded server does not do, and says so. */
describe.skipIf(isReal)("what is not supported", () => {
  it("refuses a session on a queue", async () => {
    await using bus = await openEmbedded();
    await expect(bus.client.acceptSession(queueNames.plain, "one")).rejects.toThrow(
      /does not require sessions|Failed to create/,
    );
  });

  it("refuses a subscription of a topic", async () => {
    await using bus = await openEmbedded();
    const receiver = bus.client.createReceiver("topic", "subscription");
    await expect(receiver.receiveMessages(1)).rejects.toThrow(/does not support topics and subscriptions/);
  });

  it("refuses to defer a message, which stays locked", async () => {
    await using bus = await openEmbedded();
    await send(bus.client, ["one"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const message = await receiveOne(receiver);
    await expect(receiver.deferMessage(message)).rejects.toThrow(/does not support deferring a message/);
    expect(bus.server.control.counts(queueNames.plain)).toMatchObject({ active: 0, locked: 1 });
  });

  it("refuses to receive deferred messages", async () => {
    await using bus = await openEmbedded();
    await send(bus.client, ["one"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const { sequenceNumber } = await receiveOne(receiver);
    if (!sequenceNumber) throw new Error("A received message has a sequence number.");
    await expect(receiver.receiveDeferredMessages(sequenceNumber)).rejects.toThrow(/does not support the operation/);
  });

  it("refuses to send to a dead-letter queue", async () => {
    await using bus = await openEmbedded();
    const sender = bus.client.createSender(`${queueNames.plain}/$DeadLetterQueue`);
    await expect(sender.sendMessages({ body: 1 })).rejects.toThrow(/cannot be sent/);
  });

  it("refuses to dead-letter a dead letter", async () => {
    await using bus = await openEmbedded();
    await send(bus.client, ["one"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.deadLetterMessage(await receiveOne(receiver));
    const deadLetters = bus.client.createReceiver(queueNames.plain, { subQueueType: "deadLetter" });
    await expect(deadLetters.deadLetterMessage(await receiveOne(deadLetters))).rejects.toThrow(
      /cannot be dead-lettered/,
    );
  });

  it.each([
    ["topics", { Topics: [{ Name: "topic" }] }, /topics are not supported/],
    ["sessions", { Queues: [{ Name: "q", Properties: { RequiresSession: true } }] }, /sessions are not supported/],
  ])("refuses a configuration with %s", async (_kind, part, text) => {
    await using bus = await openEmbedded();
    const asked = { UserConfig: { Namespaces: [{ Name: "n", ...part }] } } as unknown as typeof config;
    await expect(startServiceBus({ dir: bus.dir, port: 0, plainPort: 0, config: asked })).rejects.toThrow(text);
  });

  it("refuses a wrong key", async () => {
    await using bus = await openEmbedded();
    const wrong = bus.server.connectionString.replace(/SharedAccessKey=[^;]+/, "SharedAccessKey=d3Jvbmc=");
    const client = new ServiceBusClient(wrong, { retryOptions: { maxRetries: 0 } });
    await expect(client.createSender(queueNames.plain).sendMessages({ body: 1 })).rejects.toMatchObject({
      code: "UnauthorizedAccess",
    });
    await client.close();
  });
});
