import type { MessageLock, QueueMessage } from "./message.ts";

/** One receiving link, as a queue sees it. */
export type Consumer = {
  readonly mode: "peekLock" | "receiveAndDelete";
  /** How many messages it can take now. */
  capacity(): number;
  /** @param lock absent when the message was deleted by being received. */
  deliver(message: QueueMessage, lock: MessageLock | undefined): void;
};

/** The receiving links of a queue, served in turn. */
export class Consumers {
  #inTurn: Consumer[] = [];

  add(consumer: Consumer): void {
    this.#inTurn.push(consumer);
  }

  remove(consumer: Consumer): void {
    this.#inTurn = this.#inTurn.filter((other) => other !== consumer);
  }

  /** The next one that can take a message; it then waits for the others. */
  next(): Consumer | undefined {
    const index = this.#inTurn.findIndex((consumer) => consumer.capacity() > 0);
    const [consumer] = index < 0 ? [] : this.#inTurn.splice(index, 1);
    if (consumer) this.#inTurn.push(consumer);
    return consumer;
  }
}
