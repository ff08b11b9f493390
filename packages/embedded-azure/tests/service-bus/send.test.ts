import { randomBytes } from "node:crypto";
import type { ServiceBusMessage } from "@azure/service-bus";
import { describe, expect, it } from "vitest";
import { receiveAll, receiveOne, send } from "./builders.ts";
import { openTarget, queueNames } from "./target.ts";

describe("sending", () => {
  it("keeps every property of a message", async () => {
    await using bus = await openTarget();
    const sent = {
      body: { tenantId: "t", numbers: [1, 2.5, -3], text: "ä" },
      messageId: "message-1",
      contentType: "application/json",
      correlationId: "correlation-1",
      subject: "subject",
      to: "to",
      replyTo: "reply",
      replyToSessionId: "reply-session",
      partitionKey: "partition",
      timeToLive: 60_000,
      applicationProperties: { text: "x", whole: 7, fraction: 1.5, yes: true },
    } satisfies ServiceBusMessage;
    await bus.client.createSender(queueNames.plain).sendMessages(sent);
    const got = await receiveOne(bus.client.createReceiver(queueNames.plain));
    expect(got).toMatchObject(sent);
    expect(got.enqueuedTimeUtc).toBeInstanceOf(Date);
    expect(got.lockedUntilUtc?.getTime()).toBeGreaterThan(Date.now());
    expect(got.deliveryCount).toBe(0);
    expect(got.state).toBe("active");
  });

  it("gives a message without an id one of its own", async () => {
    await using bus = await openTarget();
    await send(bus.client, ["one", "two"]);
    const receiver = bus.client.createReceiver(queueNames.plain);
    const ids = [(await receiveOne(receiver)).messageId, (await receiveOne(receiver)).messageId];
    expect(ids).toEqual([expect.stringMatching(/.+/), expect.stringMatching(/.+/)]);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    ["a text", "plain text"],
    ["bytes", Buffer.from([0, 1, 254, 255])],
    ["an object", { deep: { er: [null, true] } }],
  ])("keeps the body when it is %s", async (_kind, body) => {
    await using bus = await openTarget();
    await send(bus.client, [body]);
    expect((await receiveOne(bus.client.createReceiver(queueNames.plain))).body).toEqual(body);
  });

  it.each([
    { bodyType: "value", body: { key: "value" } },
    { bodyType: "sequence", body: ["one", 2, ["three"]] },
  ] as const)("keeps an AMQP body of type $bodyType", async ({ bodyType, body }) => {
    await using bus = await openTarget();
    await bus.client.createSender(queueNames.plain).sendMessages({ bodyType, body: body as never });
    const got = await receiveOne(bus.client.createReceiver(queueNames.plain));
    expect(got._rawAmqpMessage.bodyType).toBe(bodyType);
    expect(got.body).toEqual(body);
  });

  it("takes a batch of 500 messages in order", async () => {
    await using bus = await openTarget();
    const bodies = Array.from({ length: 500 }, (_, index) => index);
    const sender = bus.client.createSender(queueNames.plain);
    const batch = await sender.createMessageBatch();
    expect(batch.maxSizeInBytes).toBe(256 * 1024);
    for (const body of bodies) expect(batch.tryAddMessage({ body })).toBe(true);
    await sender.sendMessages(batch);
    const receiver = bus.client.createReceiver(queueNames.plain, { receiveMode: "receiveAndDelete" });
    expect(await receiveAll(receiver)).toEqual(bodies);
  });

  it("takes a message that needs several frames", async () => {
    await using bus = await openTarget();
    const body = randomBytes(200_000);
    await send(bus.client, [body]);
    expect((await receiveOne(bus.client.createReceiver(queueNames.plain))).body).toEqual(body);
  });

  it("refuses a message of more than 256 KB", async () => {
    await using bus = await openTarget();
    const message = { body: randomBytes(256 * 1024) };
    await expect(bus.client.createSender(queueNames.plain).sendMessages(message)).rejects.toMatchObject({
      code: "MessageSizeExceeded",
    });
    expect(await bus.client.createReceiver(queueNames.plain).peekMessages(1)).toEqual([]);
  });

  it("refuses a queue that does not exist", async () => {
    await using bus = await openTarget();
    await expect(bus.client.createSender("contract-absent").sendMessages({ body: 1 })).rejects.toMatchObject({
      code: "MessagingEntityNotFound",
    });
  });
});
