import type { QueueMessage } from "./message.ts";

/** What an administrator sets on a queue. Times in milliseconds. */
export type QueueSettings = {
  readonly name: string;
  readonly lockDurationMs: number;
  /** A message that failed so often goes to the dead-letter queue. */
  readonly maxDeliveryCount: number;
  /** Infinity = messages live for ever unless they say otherwise. */
  readonly defaultTimeToLiveMs: number;
  readonly deadLetteringOnExpiration: boolean;
  /** 0 = duplicates are not looked for. */
  readonly duplicateWindowMs: number;
};

/** What a queue needs to outlive a process: every change of a message is reported, in order. */
export type QueueStore = {
  /** Numbers rise for ever, also after a restart. */
  nextSequence(): number;
  save(message: QueueMessage): void;
  remove(sequence: number): void;
  /** An id was seen; it must be known for the duplicate detection window. */
  remember(messageId: string, seenAt: number): void;
  /** Ids seen at this time or earlier are of no interest any more. */
  forget(until: number): void;
};
