import { entityNotFound, notSupported } from "./broker-error.ts";
import { Queue, type QueueDeps } from "./queue.ts";
import type { QueueSettings, QueueStore } from "./queue-settings.ts";

export type BrokerDeps = Pick<QueueDeps, "now" | "withProperties"> & {
  readonly queues: readonly QueueSettings[];
  /** @param path the queue's name, or that of its dead-letter queue. */
  readonly storeOf: (path: string) => QueueStore;
};

export type Broker = {
  /** @throws BrokerError when there is no such queue. Paths compare without case, as in the real service. */
  find(path: string): Queue;
  /** Every queue by path, dead-letter queues too. */
  readonly queues: ReadonlyMap<string, Queue>;
};

const deadLetterSuffix = "/$deadletterqueue";

/** The path of the dead-letter queue of a queue. */
export function deadLetterPath(queueName: string): string {
  return `${queueName.toLowerCase()}${deadLetterSuffix}`;
}

/** The queue whose rights cover a path: `operations/$DeadLetterQueue` and `operations/$management` are parts of `operations`. */
export function queueOfPath(path: string): string {
  return path.split("/$", 1)[0] ?? path;
}

/** Makes every queue of the configuration, each with its dead-letter queue. */
export function makeBroker({ queues, storeOf, now, withProperties }: BrokerDeps): Broker {
  const byPath = new Map<string, Queue>();
  for (const settings of queues) {
    const path = settings.name.toLowerCase();
    const ownSettings = { ...settings, defaultTimeToLiveMs: Infinity, duplicateWindowMs: 0 };
    const deadLetterStore = storeOf(deadLetterPath(path));
    const deadLetters = new Queue({ settings: ownSettings, store: deadLetterStore, now, withProperties });
    byPath.set(path, new Queue({ settings, store: storeOf(path), now, withProperties, deadLetters }));
    byPath.set(deadLetterPath(path), deadLetters);
  }
  return { queues: byPath, find: (path) => findQueue(byPath, path) };
}

function findQueue(byPath: ReadonlyMap<string, Queue>, path: string): Queue {
  const queue = byPath.get(path.toLowerCase());
  if (queue) return queue;
  if (/\/subscriptions\//i.test(path)) throw notSupported("topics and subscriptions");
  throw entityNotFound(path);
}
