import type { ServiceBusReceivedMessage, ServiceBusReceiver } from "@azure/service-bus";
import type { Log } from "../log.ts";
import { type Settlements, settleInOrder } from "./settle-in-order.ts";

export type QueueTriggerOptions = {
  readonly functionName: string;
  /** In peek-lock mode; the SDK renews locks while a handler runs. */
  readonly receiver: Pick<ServiceBusReceiver, "subscribe" | "close"> & Settlements;
  readonly maxConcurrentCalls: number;
  /** Off: the message is left to its lock when the handler succeeded. */
  readonly autoComplete: boolean;
  readonly log: Log;
  readonly run: (message: ServiceBusReceivedMessage) => Promise<unknown>;
};

export type RunningTrigger = {
  /** Takes no message any more; resolves when the handlers have ended and their messages are settled. */
  readonly stop: () => Promise<void>;
};

/** Success completes the message, a throw abandons it; the broker counts deliveries and dead-letters. */
export function startQueueTrigger(options: QueueTriggerOptions): RunningTrigger {
  const { receiver, functionName, log } = options;
  const category = `Host.Triggers.ServiceBus.${functionName}`;
  const inOrder = settleInOrder(receiver);
  const active = new Set<Promise<void>>();

  async function settle(message: ServiceBusReceivedMessage, succeeded: boolean): Promise<void> {
    if (succeeded && !options.autoComplete) return;
    const how = succeeded ? "completed" : "abandoned";
    try {
      await (succeeded ? inOrder.completeMessage(message) : inOrder.abandonMessage(message));
    } catch (error) {
      log(
        "warning",
        category,
        `Message ${String(message.messageId)} was not ${how}, its lock decides: ${String(error)}`,
      );
    }
  }

  async function handle(message: ServiceBusReceivedMessage): Promise<void> {
    const succeeded = await options.run(message).then(
      () => true,
      () => false,
    );
    await settle(message, succeeded);
  }

  const subscription = receiver.subscribe(
    {
      processMessage: (message) => {
        const work = handle(message).finally(() => active.delete(work));
        active.add(work);
        return work;
      },
      processError: async ({ error, entityPath }) => log("warning", category, `${entityPath}: ${error.message}`),
    },
    { autoCompleteMessages: false, maxConcurrentCalls: options.maxConcurrentCalls },
  );

  return {
    async stop() {
      await subscription.close();
      await Promise.all(active);
      await receiver.close();
    },
  };
}
