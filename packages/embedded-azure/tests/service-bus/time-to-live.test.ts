import { describe, expect, it } from "vitest";
import { deadLettersOf, receiveAll, receiveOne } from "./builders.ts";
import { openTarget, queueNames } from "./target.ts";

const timeToLive = 3_000;

describe("time to live", () => {
  it("moves an expired message to the dead letters where the queue says so", async () => {
    await using bus = await openTarget();
    await bus.client.createSender(queueNames.expiring).sendMessages({ body: "old", timeToLive });
    await bus.passTime(timeToLive + 500);
    expect(await receiveAll(bus.client.createReceiver(queueNames.expiring))).toEqual([]);
    const dead = await receiveOne(deadLettersOf(bus.client, queueNames.expiring));
    expect(dead).toMatchObject({ body: "old", deadLetterReason: "TTLExpiredException" });
  });

  it("drops an expired message elsewhere", async () => {
    await using bus = await openTarget();
    await bus.client.createSender(queueNames.dropping).sendMessages({ body: "old", timeToLive });
    await bus.passTime(timeToLive + 500);
    expect(await receiveAll(bus.client.createReceiver(queueNames.dropping))).toEqual([]);
    expect(await receiveAll(deadLettersOf(bus.client, queueNames.dropping))).toEqual([]);
  });

  it("does not end while a message is locked", async () => {
    await using bus = await openTarget();
    await bus.client.createSender(queueNames.dropping).sendMessages({ body: "worked on", timeToLive });
    const receiver = bus.client.createReceiver(queueNames.dropping);
    const message = await receiveOne(receiver);
    await bus.passTime(timeToLive + 500);
    await receiver.completeMessage(message);
    expect(await receiveAll(receiver)).toEqual([]);
  });

  it("ends an abandoned message whose time has passed", async () => {
    await using bus = await openTarget();
    await bus.client.createSender(queueNames.expiring).sendMessages({ body: "old", timeToLive });
    const receiver = bus.client.createReceiver(queueNames.expiring);
    const message = await receiveOne(receiver);
    await bus.passTime(timeToLive + 500);
    await receiver.abandonMessage(message);
    expect(await receiveOne(deadLettersOf(bus.client, queueNames.expiring))).toMatchObject({ body: "old" });
  });
});
