import { describe, expect, it } from "vitest";
import { receiveAll, receiveOne, send } from "./builders.ts";
import { isReal, openEmbedded, queueNames } from "./target.ts";

describe.skipIf(isReal)("faults on command", () => {
  it("a send is stored and the connection drops before the answer; the repeat is dropped as a duplicate", async () => {
    await using bus = await openEmbedded();
    bus.server.control.dropAfterAccept(queueNames.duplicates, 1);
    const message = { body: "once", messageId: "m" };
    await bus.client.createSender(queueNames.duplicates).sendMessages(message);
    expect(bus.server.control.operations()).toMatchObject({ send: 2 });
    expect(await receiveAll(bus.client.createReceiver(queueNames.duplicates))).toEqual(["once"]);
  });

  it("a send throws although the broker took the message", async () => {
    await using bus = await openEmbedded();
    bus.server.control.dropAfterAccept(queueNames.plain, 10);
    const sender = bus.client.createSender(queueNames.plain);
    await expect(sender.sendMessages({ body: "ambiguous" })).rejects.toThrow();
    bus.server.control.dropAfterAccept(queueNames.plain, 0);
    expect(bus.server.control.counts(queueNames.plain).active).toBeGreaterThan(0);
  });

  it("a receiver whose connection dropped gets nothing any more", async () => {
    await using bus = await openEmbedded();
    const other = bus.connect();
    const waiting = other.createReceiver(queueNames.plain).receiveMessages(10, { maxWaitTimeInMs: 10_000 });
    const lost = waiting.catch((error: unknown) => error);
    await expect.poll(() => bus.server.control.operations()["open-receiver"]).toBe(1);
    bus.server.control.dropAfterAccept(queueNames.dropping, 1);
    await other.createSender(queueNames.dropping).sendMessages({ body: 1 });
    expect(await lost).toBeInstanceOf(Error);
    await send(bus.client, ["one"]);
    expect(await receiveOne(bus.client.createReceiver(queueNames.plain))).toMatchObject({ body: "one" });
  });

  it("sends are refused as by a busy service, and nothing is stored", async () => {
    await using bus = await openEmbedded();
    bus.server.control.rejectSends(queueNames.plain, 2);
    const sender = bus.client.createSender(queueNames.plain);
    const busy = expect.objectContaining({ code: "ServiceBusy" });
    await expect(sender.sendMessages({ body: 1 })).rejects.toMatchObject({ errors: [busy, busy] });
    expect(bus.server.control.counts(queueNames.plain).active).toBe(0);
    await sender.sendMessages({ body: 2 });
    expect(bus.server.control.counts(queueNames.plain).active).toBe(1);
  });

  it("tells of each message that a queue takes, of a batch too, and of none that it refuses", async () => {
    await using bus = await openEmbedded();
    const told: string[] = [];
    bus.server.control.onSend((queueName, message) => void told.push(`${queueName} ${message.includes("marked")}`));
    const sender = bus.client.createSender(queueNames.plain);
    await sender.sendMessages({ body: "marked" });
    await sender.sendMessages([{ body: "marked" }, { body: "other" }]);
    bus.server.control.rejectSends(queueNames.plain, 2);
    await expect(sender.sendMessages({ body: "marked" })).rejects.toThrow();
    expect(told).toEqual([true, true, false].map((isMarked) => `${queueNames.plain} ${isMarked}`));
  });

  it("counts what a queue holds", async () => {
    await using bus = await openEmbedded();
    await send(bus.client, ["dead", "locked", "ready"]);
    await bus.client.createSender(queueNames.plain).scheduleMessages({ body: 1 }, new Date(Date.now() + 60_000));
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.deadLetterMessage(await receiveOne(receiver));
    await receiveOne(receiver);
    const counts = { active: 1, locked: 1, scheduled: 1, deadLetter: 1 };
    expect(bus.server.control.counts(queueNames.plain)).toEqual(counts);
  });
});
