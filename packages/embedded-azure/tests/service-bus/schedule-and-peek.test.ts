import { describe, expect, it } from "vitest";
import { receiveAll, receiveOne, send } from "./builders.ts";
import { openTarget, queueNames } from "./target.ts";

const soonMs = 10_000;

describe("scheduled messages", () => {
  it("scheduled messages are not delivered before their time, and then are", async () => {
    await using bus = await openTarget();
    const sender = bus.client.createSender(queueNames.plain);
    await sender.scheduleMessages([{ body: "later" }, { body: "too" }], new Date(Date.now() + soonMs));
    const receiver = bus.client.createReceiver(queueNames.plain);
    expect(await receiveAll(receiver)).toEqual([]);
    await bus.passTime(soonMs + 500);
    expect([(await receiveOne(receiver)).body, (await receiveOne(receiver)).body]).toEqual(["later", "too"]);
  });

  it("may be sent as ordinary messages with a time on them", async () => {
    await using bus = await openTarget();
    const scheduledEnqueueTimeUtc = new Date(Date.now() + soonMs);
    await bus.client.createSender(queueNames.plain).sendMessages({ body: "later", scheduledEnqueueTimeUtc });
    const receiver = bus.client.createReceiver(queueNames.plain);
    expect(await receiver.peekMessages(1)).toMatchObject([{ body: "later", state: "scheduled" }]);
    expect(await receiveAll(receiver)).toEqual([]);
    await bus.passTime(soonMs + 500);
    expect(await receiveOne(receiver)).toMatchObject({ body: "later", state: "active", scheduledEnqueueTimeUtc });
  });

  it("scheduled messages join the end of the queue when they are due", async () => {
    await using bus = await openTarget();
    const sender = bus.client.createSender(queueNames.plain);
    const [scheduled] = await sender.scheduleMessages([{ body: "later" }], new Date(Date.now() + soonMs));
    await send(bus.client, ["first"]);
    await bus.passTime(soonMs + 500);
    const receiver = bus.client.createReceiver(queueNames.plain);
    expect((await receiveOne(receiver)).body).toBe("first");
    const later = await receiveOne(receiver);
    expect(later.sequenceNumber?.toNumber()).toBeGreaterThan(scheduled?.toNumber() ?? 0);
  });

  it("messages of one moment arrive in the order in which they were scheduled", async () => {
    await using bus = await openTarget();
    const bodies = Array.from({ length: 40 }, (_, position) => position);
    const sender = bus.client.createSender(queueNames.plain);
    const at = new Date(Date.now() + soonMs);
    await sender.scheduleMessages(
      bodies.map((body) => ({ body })),
      at,
    );
    await bus.passTime(soonMs + 500);
    const receiver = bus.client.createReceiver(queueNames.plain, { receiveMode: "receiveAndDelete" });
    const got: unknown[] = [];
    while (got.length < bodies.length) got.push((await receiveOne(receiver)).body);
    expect(got).toEqual(bodies);
  });

  it("can be cancelled once", async () => {
    await using bus = await openTarget();
    const sender = bus.client.createSender(queueNames.plain);
    const numbers = await sender.scheduleMessages([{ body: "never" }], new Date(Date.now() + soonMs));
    await sender.cancelScheduledMessages(numbers);
    await expect(sender.cancelScheduledMessages(numbers)).rejects.toMatchObject({ code: "MessageNotFound" });
    await bus.passTime(soonMs + 500);
    expect(await receiveAll(bus.client.createReceiver(queueNames.plain))).toEqual([]);
  });
});

describe("peeking", () => {
  it("shows messages in order, from a sequence number on, and leaves them as they are", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["one", "two", "three"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const [first, second] = await receiver.peekMessages(2);
    expect([first?.body, second?.body]).toEqual(["one", "two"]);
    expect((await receiver.peekMessages(2)).map(({ body }) => body)).toEqual(["three"]);
    if (!second?.sequenceNumber) throw new Error("A peeked message has a sequence number.");
    const again = await receiver.peekMessages(1, { fromSequenceNumber: second.sequenceNumber });
    expect(again.map(({ body }) => body)).toEqual(["two"]);
    expect(await receiveOne(receiver)).toMatchObject({ body: "one", deliveryCount: 0 });
  });

  it("shows nothing of an empty queue", async () => {
    await using bus = await openTarget();
    expect(await bus.client.createReceiver(queueNames.plain).peekMessages(5)).toEqual([]);
  });
});
