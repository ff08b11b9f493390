import { randomBytes } from "node:crypto";
import type { MessageLock } from "./message.ts";
import { MinHeap } from "./min-heap.ts";

/** The locks of one queue: by token for settlements, by sequence number for deliveries, by end for expiry. */
export class LockTable {
  readonly #byToken = new Map<string, MessageLock>();
  readonly #tokenOf = new Map<number, string>();
  // An entry whose lock was released or renewed stays until its time comes, and is then ignored.
  readonly #ends = new MinHeap<MessageLock>((lock) => lock.until);

  get size(): number {
    return this.#byToken.size;
  }

  isLocked(sequence: number): boolean {
    return this.#tokenOf.has(sequence);
  }

  find(token: string): MessageLock | undefined {
    return this.#byToken.get(token);
  }

  lock(sequence: number, until: number): MessageLock {
    const lock = { sequence, token: randomBytes(16).toString("hex"), until };
    this.#keep(lock);
    return lock;
  }

  renew(lock: MessageLock, until: number): void {
    this.#keep({ ...lock, until });
  }

  release(lock: MessageLock): void {
    this.#byToken.delete(lock.token);
    this.#tokenOf.delete(lock.sequence);
  }

  /** Takes the locks that have ended. */
  *takeExpired(now: number): Generator<MessageLock> {
    for (const ended of this.#ends.takeUpTo(now)) {
      const lock = this.#byToken.get(ended.token);
      if (!lock || lock.until > now) continue;
      this.release(lock);
      yield lock;
    }
  }

  #keep(lock: MessageLock): void {
    this.#byToken.set(lock.token, lock);
    this.#tokenOf.set(lock.sequence, lock.token);
    this.#ends.push(lock);
  }
}
