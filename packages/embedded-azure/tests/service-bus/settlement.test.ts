import { describe, expect, it } from "vitest";
import { deadLettersOf, receiveAll, receiveOne, send } from "./builders.ts";
import { lockMs, maxDeliveryCount, openTarget, queueNames } from "./target.ts";

describe("settling a message", () => {
  it("removes a completed message", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["one"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.completeMessage(await receiveOne(receiver));
    expect(await receiver.peekMessages(10)).toEqual([]);
  });

  it("delivers an abandoned message again at once, with one more failed delivery and the changed properties", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["one"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.abandonMessage(await receiveOne(receiver), { tried: "once" });
    const again = await receiveOne(receiver);
    expect(again).toMatchObject({ body: "one", deliveryCount: 1, applicationProperties: { tried: "once" } });
  });

  it("dead-letters a message that failed as often as the queue allows", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["poison"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    for (let count = 0; count < maxDeliveryCount; count += 1) await receiver.abandonMessage(await receiveOne(receiver));
    const dead = await receiveOne(deadLettersOf(bus.client));
    expect(dead).toMatchObject({ body: "poison", deadLetterReason: "MaxDeliveryCountExceeded" });
    expect(dead.deadLetterErrorDescription).toContain(String(maxDeliveryCount));
  });

  it("dead-letters on demand with reason, description and properties", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["bad"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const why = { deadLetterReason: "invalid", deadLetterErrorDescription: "no tenant", checkedBy: "test" };
    await receiver.deadLetterMessage(await receiveOne(receiver), why);
    const dead = await receiveOne(deadLettersOf(bus.client));
    expect(dead).toMatchObject({
      body: "bad",
      deadLetterReason: "invalid",
      deadLetterErrorDescription: "no tenant",
      deadLetterSource: queueNames.plain,
      applicationProperties: { checkedBy: "test" },
    });
    expect(await receiveAll(receiver)).toEqual([]);
  });

  it("completes a message of the dead-letter queue", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["bad"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    await receiver.deadLetterMessage(await receiveOne(receiver));
    const deadLetters = deadLettersOf(bus.client);
    await deadLetters.completeMessage(await receiveOne(deadLetters));
    expect(await deadLetters.peekMessages(10)).toEqual([]);
  });

  it("refuses to settle after the lock ended, and delivers the message again", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["slow"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const message = await receiveOne(receiver);
    await bus.passTime(lockMs + 500);
    await expect(receiver.completeMessage(message)).rejects.toMatchObject({ code: "MessageLockLost" });
    expect(await receiveOne(receiver)).toMatchObject({ body: "slow", deliveryCount: 1 });
  });

  it("keeps a lock that is renewed in time", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["long"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const message = await receiveOne(receiver);
    await bus.passTime(lockMs - 1_500);
    await receiver.renewMessageLock(message);
    await bus.passTime(lockMs - 1_500);
    await receiver.completeMessage(message);
    expect(await receiver.peekMessages(10)).toEqual([]);
  });

  it("refuses to renew a lock that has ended", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["late"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const message = await receiveOne(receiver);
    await bus.passTime(lockMs + 500);
    await expect(receiver.renewMessageLock(message)).rejects.toMatchObject({ code: "MessageLockLost" });
  });

  it("settles a message after the link that received it was closed", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["left", "behind"]);
    const first = bus.client.createReceiver(queueNames.plain);
    const [left, behind] = [await receiveOne(first), await receiveOne(first)];
    await first.close();
    const second = bus.client.createReceiver(queueNames.plain);
    await second.completeMessage(left);
    await second.deadLetterMessage(behind, { deadLetterReason: "late", deadLetterErrorDescription: "" });
    expect(await second.peekMessages(10)).toEqual([]);
    expect(await receiveOne(deadLettersOf(bus.client))).toMatchObject({ body: "behind", deadLetterReason: "late" });
  });

  it("gives the messages of a lost connection back when their locks end", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["held"]);
    const other = bus.connect();
    await receiveOne(other.createReceiver(queueNames.plain));
    await other.close();
    const receiver = bus.client.createReceiver(queueNames.plain);
    expect(await receiveAll(receiver)).toEqual([]);
    await bus.passTime(lockMs + 500);
    expect(await receiveOne(receiver)).toMatchObject({ body: "held", deliveryCount: 1 });
  });
});
