import { messageLockLost, messageNotFound, notAllowed } from "./broker-error.ts";
import { type Consumer, Consumers } from "./consumers.ts";
import { DuplicateWindow } from "./duplicate-window.ts";
import { LockTable } from "./lock-table.ts";
import type {
  DeadLetterReason,
  IncomingMessage,
  MessageLock,
  PropertyChanges,
  QueueMessage,
  Settlement,
} from "./message.ts";
import { MinHeap } from "./min-heap.ts";
import type { QueueSettings, QueueStore } from "./queue-settings.ts";

export type QueueDeps = {
  readonly settings: QueueSettings;
  readonly store: QueueStore;
  readonly now: () => number;
  /** Writes application properties into the bytes of a message. */
  readonly withProperties: (bare: Buffer, changes: PropertyChanges) => Buffer;
  /** Absent for a dead-letter queue itself: nothing leaves it but by being completed. */
  readonly deadLetters?: Queue;
};

export type QueueCounts = { readonly active: number; readonly locked: number; readonly scheduled: number };

type Deadline = { readonly at: number; readonly sequence: number };

/**
 * The life of a message in a queue:
 *   scheduled -> active        when it is due; it gets a new sequence number
 *   active    -> locked        delivered in peek-lock mode
 *   locked    -> gone          completed
 *   locked    -> active        abandoned, or the lock ended: one more failed delivery
 *   locked    -> dead-lettered by the receiver, or as the failed deliveries reach the limit
 *   active    -> gone | dead-lettered  when its time to live has passed
 */
export class Queue {
  readonly settings: QueueSettings;
  readonly #deps: QueueDeps;
  readonly #messages = new Map<number, QueueMessage>();
  readonly #locks = new LockTable();
  readonly #duplicates: DuplicateWindow;
  readonly #consumers = new Consumers();
  // These three may name messages that are gone or locked: whoever takes an entry looks at the message.
  readonly #ready = new MinHeap<number>((sequence) => sequence);
  // What is due at one moment becomes active in the order in which it was scheduled.
  readonly #due = new MinHeap<Deadline>(
    (entry) => entry.at,
    (entry) => entry.sequence,
  );
  readonly #expiring = new MinHeap<Deadline>((entry) => entry.at);
  #pumpIsPlanned = false;

  constructor(deps: QueueDeps) {
    this.#deps = deps;
    this.settings = deps.settings;
    this.#duplicates = new DuplicateWindow(deps.settings.duplicateWindowMs);
  }

  /** Accepts a message and returns its sequence number; undefined when it repeats one of the duplicate window. */
  put(incoming: IncomingMessage): number | undefined {
    const now = this.#deps.now();
    if (!this.#duplicates.admit(incoming.messageId, now)) return undefined;
    if (this.settings.duplicateWindowMs > 0) this.#deps.store.remember(incoming.messageId, now);
    const sequence = this.#deps.store.nextSequence();
    const enqueuedAt = Math.max(now, incoming.dueAt ?? 0);
    const lifeMs = Math.min(incoming.timeToLiveMs ?? Infinity, this.settings.defaultTimeToLiveMs);
    this.#keep({
      ...incoming,
      timeToLiveMs: lifeMs === Infinity ? undefined : lifeMs,
      sequence,
      firstSequence: sequence,
      enqueuedAt,
      expiresAt: lifeMs === Infinity ? undefined : enqueuedAt + lifeMs,
      deliveryCount: 0,
      state: enqueuedAt > now ? "scheduled" : "active",
      deadLetterSource: undefined,
    });
    return sequence;
  }

  /** Takes over a message that another queue dead-lettered. It does not expire here. */
  putDeadLetter(message: QueueMessage, source: string): void {
    const sequence = this.#deps.store.nextSequence();
    this.#keep({ ...message, sequence, expiresAt: undefined, state: "active", deadLetterSource: source });
  }

  /** Puts back what the store held when the process started; nothing is locked then. */
  restore(messages: Iterable<QueueMessage>, seen: Iterable<readonly [messageId: string, seenAt: number]>): void {
    for (const message of messages) {
      this.#messages.set(message.sequence, message);
      this.#plan(message);
    }
    for (const [messageId, seenAt] of seen) this.#duplicates.restore(messageId, seenAt);
  }

  attach(consumer: Consumer): void {
    this.#consumers.add(consumer);
    this.pumpSoon();
  }

  /** The locks of what it holds live on until they end, as in the real service. */
  detach(consumer: Consumer): void {
    this.#consumers.remove(consumer);
  }

  pumpSoon(): void {
    if (this.#pumpIsPlanned) return;
    this.#pumpIsPlanned = true;
    setImmediate(() => {
      this.#pumpIsPlanned = false;
      this.pump();
    });
  }

  /** Delivers what is ready to whoever has room. */
  pump(): void {
    while (this.#ready.size > 0) {
      const consumer = this.#consumers.next();
      if (!consumer) return;
      const message = this.#takeReady();
      if (message) this.#deliver(message, consumer);
    }
  }

  /** @throws BrokerError when the lock has ended. */
  settle(token: string, settlement: Settlement): void {
    const lock = this.#liveLock(token);
    const message = this.#messageOf(lock);
    if (settlement.kind === "deadLetter" && !this.#deps.deadLetters) {
      throw notAllowed("A message of a dead-letter queue cannot be dead-lettered.");
    }
    this.#locks.release(lock);
    if (settlement.kind === "complete") {
      this.#remove(message.sequence);
      return;
    }
    const changed = this.#changed(message, settlement.properties);
    if (settlement.kind === "abandon") {
      this.#failed(changed);
      return;
    }
    this.#deadLetter(changed, settlement.reason);
  }

  /** Returns the new end of the lock. */
  renew(token: string): number {
    const lock = this.#liveLock(token);
    const until = this.#deps.now() + this.settings.lockDurationMs;
    this.#locks.renew(lock, until);
    return until;
  }

  cancelScheduled(sequence: number): void {
    if (this.#messages.get(sequence)?.state !== "scheduled") throw messageNotFound(sequence);
    this.#remove(sequence);
  }

  /** The first `count` messages from a sequence number on, locked and scheduled ones too; nothing changes. */
  peek(fromSequence: number, count: number): QueueMessage[] {
    const later = [...this.#messages.values()].filter((message) => message.sequence >= fromSequence);
    return later.sort((left, right) => left.sequence - right.sequence).slice(0, count);
  }

  counts(): QueueCounts {
    const scheduled = [...this.#messages.values()].filter((message) => message.state === "scheduled").length;
    const locked = this.#locks.size;
    return { active: this.#messages.size - locked - scheduled, locked, scheduled };
  }

  /** Does what is due by now; returns whether anything more will become due. */
  tick(): boolean {
    const now = this.#deps.now();
    for (const { sequence } of this.#due.takeUpTo(now)) this.#becomeActive(sequence);
    for (const lock of this.#locks.takeExpired(now)) this.#failed(this.#messageOf(lock));
    for (const { sequence } of this.#expiring.takeUpTo(now)) this.#expireUnlessLocked(sequence);
    if (this.#duplicates.forgetOld(now)) this.#deps.store.forget(now - this.settings.duplicateWindowMs);
    const waiting = [this.#due, this.#locks, this.#expiring, this.#duplicates];
    return waiting.some(({ size }) => size > 0);
  }

  #keep(message: QueueMessage): void {
    this.#messages.set(message.sequence, message);
    this.#deps.store.save(message);
    this.#plan(message);
  }

  #plan(message: QueueMessage): void {
    if (message.expiresAt !== undefined) this.#expiring.push({ at: message.expiresAt, sequence: message.sequence });
    if (message.state === "scheduled") {
      this.#due.push({ at: message.enqueuedAt, sequence: message.sequence });
      return;
    }
    this.#ready.push(message.sequence);
    this.pumpSoon();
  }

  #remove(sequence: number): void {
    this.#messages.delete(sequence);
    this.#deps.store.remove(sequence);
  }

  #takeReady(): QueueMessage | undefined {
    const message = this.#messages.get(this.#ready.pop() ?? -1);
    if (message?.state !== "active" || this.#locks.isLocked(message.sequence)) return undefined;
    if (!this.#hasExpired(message)) return message;
    this.#expire(message);
    return undefined;
  }

  #deliver(message: QueueMessage, consumer: Consumer): void {
    if (consumer.mode === "receiveAndDelete") {
      this.#remove(message.sequence);
      consumer.deliver(message, undefined);
      return;
    }
    const lock = this.#locks.lock(message.sequence, this.#deps.now() + this.settings.lockDurationMs);
    consumer.deliver(message, lock);
  }

  #liveLock(token: string): MessageLock {
    const lock = this.#locks.find(token);
    if (!lock || lock.until <= this.#deps.now()) throw messageLockLost();
    return lock;
  }

  #messageOf(lock: MessageLock): QueueMessage {
    const message = this.#messages.get(lock.sequence);
    if (!message) throw messageLockLost();
    return message;
  }

  #changed(message: QueueMessage, changes: PropertyChanges): QueueMessage {
    if (Object.keys(changes).length === 0) return message;
    return { ...message, bare: this.#deps.withProperties(message.bare, changes) };
  }

  #failed(message: QueueMessage): void {
    const next = { ...message, deliveryCount: message.deliveryCount + 1 };
    const limit = this.settings.maxDeliveryCount;
    if (next.deliveryCount < limit || !this.#deps.deadLetters) {
      this.#keep(next);
      return;
    }
    const description = `Message could not be consumed after ${limit} delivery attempts.`;
    this.#deadLetter(next, { reason: "MaxDeliveryCountExceeded", description });
  }

  #deadLetter(message: QueueMessage, reason: DeadLetterReason | undefined): void {
    const texts = Object.entries({ DeadLetterReason: reason?.reason, DeadLetterErrorDescription: reason?.description });
    const changes = Object.fromEntries(texts.filter(([, text]) => text !== undefined));
    this.#remove(message.sequence);
    this.#deps.deadLetters?.putDeadLetter(this.#changed(message, changes), this.settings.name);
  }

  /** A due message joins the end of the queue, as if it were sent now. */
  #becomeActive(sequence: number): void {
    const message = this.#messages.get(sequence);
    if (message?.state !== "scheduled") return;
    this.#remove(sequence);
    this.#keep({ ...message, sequence: this.#deps.store.nextSequence(), state: "active" });
  }

  #hasExpired(message: QueueMessage): boolean {
    return message.expiresAt !== undefined && message.expiresAt <= this.#deps.now();
  }

  #expireUnlessLocked(sequence: number): void {
    const message = this.#messages.get(sequence);
    if (message && !this.#locks.isLocked(sequence)) this.#expire(message);
  }

  #expire(message: QueueMessage): void {
    if (!this.settings.deadLetteringOnExpiration || !this.#deps.deadLetters) {
      this.#remove(message.sequence);
      return;
    }
    const description = "The message expired and was dead lettered.";
    this.#deadLetter(message, { reason: "TTLExpiredException", description });
  }
}
