import { describe, expect, it, vi } from "vitest";
import { deadLettersOf, receiveAll, receiveOne, send } from "./builders.ts";
import { isReal, maxDeliveryCount, openEmbedded, openTarget, queueNames } from "./target.ts";

const waitMs = 400;

describe("receiving", () => {
  it("refuses a queue that does not exist", async () => {
    await using bus = await openTarget();
    const receiver = bus.client.createReceiver("contract-absent");
    await expect(receiver.receiveMessages(1)).rejects.toMatchObject({ code: "MessagingEntityNotFound" });
  });

  it("answers an empty queue when the wait is over", async () => {
    await using bus = await openTarget();
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.peekMessages(1); // opens the connection, so that only the wait is measured
    const startedAt = performance.now();
    expect(await receiver.receiveMessages(10, { maxWaitTimeInMs: waitMs })).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(isReal ? 10_000 : waitMs + 500);
  });

  it("gives back credit that is not used, so that the next receiver gets the messages", async () => {
    await using bus = await openTarget();
    const first = bus.client.createReceiver(queueNames.plain);
    expect(await first.receiveMessages(10, { maxWaitTimeInMs: waitMs })).toEqual([]);
    await send(bus.client, ["one"]);
    expect(await receiveOne(bus.client.createReceiver(queueNames.plain))).toMatchObject({ body: "one" });
  });

  it("deletes a message by receiving it in receive-and-delete mode", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["one"]);
    const receiver = bus.client.createReceiver(queueNames.plain, { receiveMode: "receiveAndDelete" });
    expect(await receiveOne(receiver)).toMatchObject({ body: "one" });
    expect(await receiver.peekMessages(10)).toEqual([]);
  });

  it("finds queues and dead-letter queues whatever the case of their names", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["one"], queueNames.plain.toUpperCase());
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.deadLetterMessage(await receiveOne(receiver));
    const deadLetters = bus.client.createReceiver(`${queueNames.plain}/$deadletterqueue`);
    expect(await receiveOne(deadLetters)).toMatchObject({ body: "one" });
  });

  it("gives each message to one of two receivers", async () => {
    await using bus = await openTarget();
    const bodies = Array.from({ length: 100 }, (_, index) => index);
    const [left, right] = [bus.client, bus.connect()].map((client) => client.createReceiver(queueNames.plain));
    if (!left || !right) throw new Error("Two receivers were made.");
    await send(bus.client, bodies);
    const got = await Promise.all([receiveAll(left), receiveAll(right)]);
    expect(got.flat().toSorted((one, other) => Number(one) - Number(other))).toEqual(bodies);
  });

  it("streams messages to a handler and completes them", async () => {
    await using bus = await openTarget();
    const bodies = Array.from({ length: 50 }, (_, index) => index);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const got: unknown[] = [];
    const subscription = receiver.subscribe(
      { processMessage: async ({ body }) => void got.push(body), processError: async () => {} },
      { maxConcurrentCalls: 5 },
    );
    await send(bus.client, bodies);
    await vi.waitFor(() => expect(got).toHaveLength(bodies.length), { timeout: 60_000 });
    await vi.waitFor(async () => expect(await receiver.peekMessages(1)).toEqual([]), { timeout: 60_000 });
    await subscription.close();
    expect(new Set(got)).toEqual(new Set(bodies));
  });

  it("tries a message again whose handler throws, and then dead-letters it", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["poison"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    let calls = 0;
    const processMessage = async () => {
      calls += 1;
      throw new Error("The handler fails on purpose.");
    };
    const subscription = receiver.subscribe({ processMessage, processError: async () => {} });
    expect(await receiveOne(deadLettersOf(bus.client))).toMatchObject({ deadLetterReason: "MaxDeliveryCountExceeded" });
    expect(calls).toBe(maxDeliveryCount);
    await subscription.close();
  });

  it("carries 5,000 messages over one link", async () => {
    await using bus = await openTarget();
    const bodies = Array.from({ length: 5_000 }, (_, index) => index);
    for (let from = 0; from < bodies.length; from += 500) await send(bus.client, bodies.slice(from, from + 500));
    const receiver = bus.client.createReceiver(queueNames.plain);
    let completed = 0;
    while (completed < bodies.length) {
      const messages = await receiver.receiveMessages(500, { maxWaitTimeInMs: 5_000 });
      if (messages.length === 0) break;
      await Promise.all(messages.map((message) => receiver.completeMessage(message)));
      completed += messages.length;
    }
    expect(completed).toBe(bodies.length);
  });

  it.skipIf(isReal)("renews a lock by itself while a handler works", async () => {
    await using bus = await openEmbedded();
    await send(bus.client, ["long"]);
    const { control } = bus.server;
    const renewals = () => control.operations()["renew-lock"] ?? 0;
    let wasRenewed = false;
    const receiver = bus.client.createReceiver(queueNames.plain);
    const processMessage = async () => {
      await vi.waitFor(() => expect(renewals()).toBeGreaterThan(0), { timeout: 60_000 });
      await bus.passTime(2_000);
      wasRenewed = true;
    };
    const subscription = receiver.subscribe({ processMessage, processError: async () => {} });
    const empty = { active: 0, locked: 0, scheduled: 0, deadLetter: 0 };
    await vi.waitFor(() => expect(control.counts(queueNames.plain)).toEqual(empty), { timeout: 60_000 });
    await subscription.close();
    expect(wasRenewed).toBe(true);
  });
});
