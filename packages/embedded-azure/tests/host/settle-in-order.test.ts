import { expect, it, vi } from "vitest";
import { settleInOrder } from "../../src/host/service-bus/settle-in-order.ts";
import { deadLettersOf, receiveAll } from "../service-bus/builders.ts";
import { openTarget, queueNames } from "../service-bus/target.ts";

const total = 600;
const isBad = (body: unknown) => Number(body) % 3 === 0;

it("every message gets its own outcome when settlements of different kinds meet in one turn", async () => {
  await using bus = await openTarget();
  const sender = bus.client.createSender(queueNames.plain);
  await sender.sendMessages(Array.from({ length: total }, (_, body) => ({ body })));
  const receiver = bus.client.createReceiver(queueNames.plain);
  const settlements = settleInOrder(receiver);
  const completed: unknown[] = [];
  const subscription = receiver.subscribe(
    {
      processMessage: async (message) => {
        if (isBad(message.body)) return settlements.deadLetterMessage(message);
        await settlements.completeMessage(message);
        completed.push(message.body);
      },
      processError: async ({ error }) => Promise.reject(error),
    },
    { autoCompleteMessages: false, maxConcurrentCalls: 16 },
  );
  await vi.waitFor(() => expect(completed).toHaveLength((total * 2) / 3), { timeout: 120_000, interval: 20 });
  await vi.waitFor(async () => expect(await receiver.peekMessages(1)).toEqual([]), { timeout: 60_000 });
  await subscription.close();
  const dead = await receiveAll(deadLettersOf(bus.client));
  expect(dead.toSorted((left, right) => Number(left) - Number(right))).toEqual(
    Array.from({ length: total }, (_, body) => body).filter(isBad),
  );
});
