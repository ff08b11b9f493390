import { describe, expect, it } from "vitest";
import { receiveAll, receiveOne } from "./builders.ts";
import { duplicateWindowMs, openTarget, queueNames } from "./target.ts";

const queueName = queueNames.duplicates;

describe("duplicate detection", () => {
  it("accepts and drops a message whose id was seen in the window", async () => {
    await using bus = await openTarget();
    const messageId = crypto.randomUUID();
    const sender = bus.client.createSender(queueName);
    for (const body of ["first", "repeat"]) await sender.sendMessages({ body, messageId });
    expect(await receiveAll(bus.client.createReceiver(queueName))).toEqual(["first"]);
  });

  it("drops a repeat also after the first was consumed", async () => {
    await using bus = await openTarget();
    const messageId = crypto.randomUUID();
    const sender = bus.client.createSender(queueName);
    const receiver = bus.client.createReceiver(queueName);
    await sender.sendMessages({ body: "first", messageId });
    await receiver.completeMessage(await receiveOne(receiver));
    await sender.sendMessages({ body: "repeat", messageId });
    expect(await receiveAll(receiver)).toEqual([]);
  });

  it("drops the repeats within one batch", async () => {
    await using bus = await openTarget();
    const messageId = crypto.randomUUID();
    const messages = ["first", "repeat"].map((body) => ({ body, messageId }));
    await bus.client.createSender(queueName).sendMessages(messages);
    expect(await receiveAll(bus.client.createReceiver(queueName))).toEqual(["first"]);
  });

  it("counts scheduled messages", async () => {
    await using bus = await openTarget();
    const messageId = crypto.randomUUID();
    const sender = bus.client.createSender(queueName);
    await sender.scheduleMessages({ body: "later", messageId }, new Date(Date.now() + 60_000));
    await sender.sendMessages({ body: "repeat", messageId });
    expect(await receiveAll(bus.client.createReceiver(queueName))).toEqual([]);
  });

  it("takes the id again after the window", async () => {
    await using bus = await openTarget();
    const messageId = crypto.randomUUID();
    const sender = bus.client.createSender(queueName);
    await sender.sendMessages({ body: "first", messageId });
    await bus.passTime(duplicateWindowMs + 1_000);
    await sender.sendMessages({ body: "second", messageId });
    expect(await receiveAll(bus.client.createReceiver(queueName))).toEqual(["first", "second"]);
  });

  it("lets repeats through in a queue that does not ask for it", async () => {
    await using bus = await openTarget();
    const sender = bus.client.createSender(queueNames.plain);
    for (const body of ["one", "two"]) await sender.sendMessages({ body, messageId: "same" });
    expect(await receiveAll(bus.client.createReceiver(queueNames.plain))).toEqual(["one", "two"]);
  });
});
