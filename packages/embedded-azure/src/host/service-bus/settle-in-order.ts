import type { ServiceBusReceiver } from "@azure/service-bus";

export type Settlements = Pick<ServiceBusReceiver, "completeMessage" | "abandonMessage" | "deadLetterMessage">;

/**
 * The settlements of a receiver, sent one after another. When two with different outcomes leave in one turn of the
 * event loop, rhea 3.0.5 (`write_dispositions` in lib/session.js) writes them as one with the outcome of the first:
 * both promises resolve, and a message that was to be dead-lettered is gone.
 */
export function settleInOrder(receiver: Settlements): Settlements {
  let last: Promise<unknown> = Promise.resolve();
  const afterTheLast = (settle: () => Promise<void>): Promise<void> => {
    const settled = last.then(settle);
    last = settled.catch(() => {});
    return settled;
  };
  return {
    completeMessage: (message) => afterTheLast(() => receiver.completeMessage(message)),
    abandonMessage: (message, changes) => afterTheLast(() => receiver.abandonMessage(message, changes)),
    deadLetterMessage: (message, options) => afterTheLast(() => receiver.deadLetterMessage(message, options)),
  };
}
