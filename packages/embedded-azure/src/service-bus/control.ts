import { makeOperationCounts } from "../operation-counts.ts";
import type { ServiceBusOperation } from "./operations.ts";
import type { Broker } from "./rules/broker.ts";
import { deadLetterPath } from "./rules/broker.ts";
import type { QueueCounts } from "./rules/queue.ts";

export type SendListener = (queueName: string, message: Buffer) => void;

/** What a test or the stack may ask of a running server, and make it do. */
export type ServiceBusControl = {
  /** The next sends to the queue are stored, and then the connection drops before the answer: an ambiguous send. */
  dropAfterAccept(queueName: string, times: number): void;
  /** The next sends to the queue are refused as if the service were busy. */
  rejectSends(queueName: string, times: number): void;
  /** Tells of each message that a queue takes, from now on, as the sender encoded it. */
  onSend(listener: SendListener): void;
  counts(queueName: string): QueueCounts & { readonly deadLetter: number };
  /** How often each operation was asked for since the start, such as `send`, `complete`, `peek-message`. */
  operations(): Readonly<Partial<Record<ServiceBusOperation, number>>>;
  /** Does at once what is due by the clock, which otherwise happens within 50 ms. */
  tick(): void;
};

/** What the wire asks before it answers a send, and reports as it works. */
export type Faults = {
  takeDropAfterAccept(queueName: string): boolean;
  takeRejectSend(queueName: string): boolean;
  readonly sent: SendListener;
  count(operation: ServiceBusOperation): void;
};

export function makeControl(broker: Broker, tick: () => void): { control: ServiceBusControl; faults: Faults } {
  const drops = makeCountdown();
  const rejections = makeCountdown();
  const operations = makeOperationCounts<ServiceBusOperation>();
  const listeners: SendListener[] = [];
  const control: ServiceBusControl = {
    dropAfterAccept: drops.set,
    rejectSends: rejections.set,
    onSend: (listener) => void listeners.push(listener),
    counts: (queueName) => countsOf(broker, queueName),
    operations: operations.counts,
    tick,
  };
  return {
    control,
    faults: {
      takeDropAfterAccept: drops.take,
      takeRejectSend: rejections.take,
      sent: (queueName, message) => {
        for (const listener of listeners) listener(queueName, message);
      },
      count: operations.count,
    },
  };
}

function countsOf(broker: Broker, queueName: string): QueueCounts & { readonly deadLetter: number } {
  const deadLetters = broker.find(deadLetterPath(queueName)).counts();
  return { ...broker.find(queueName).counts(), deadLetter: deadLetters.active + deadLetters.locked };
}

function makeCountdown() {
  const left = new Map<string, number>();
  return {
    set: (name: string, times: number) => void left.set(name.toLowerCase(), times),
    take: (name: string): boolean => {
      const times = left.get(name.toLowerCase()) ?? 0;
      if (times > 0) left.set(name.toLowerCase(), times - 1);
      return times > 0;
    },
  };
}
