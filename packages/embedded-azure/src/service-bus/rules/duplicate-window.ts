/** The message ids a queue saw in its duplicate detection window, whatever became of the messages. */
export class DuplicateWindow {
  // In order of time, the oldest at the front.
  readonly #seenAt = new Map<string, number>();
  readonly #windowMs: number;

  /** @param windowMs 0 = no duplicate detection. */
  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  get size(): number {
    return this.#seenAt.size;
  }

  /** Whether the id is new; it counts as seen from now on. */
  admit(messageId: string, now: number): boolean {
    if (this.#windowMs === 0) return true;
    const seenAt = this.#seenAt.get(messageId);
    if (seenAt !== undefined && seenAt > now - this.#windowMs) return false;
    this.#seenAt.delete(messageId);
    this.#seenAt.set(messageId, now);
    return true;
  }

  restore(messageId: string, seenAt: number): void {
    this.#seenAt.set(messageId, seenAt);
  }

  /** Forgets what is out of the window; returns whether that was anything. */
  forgetOld(now: number): boolean {
    const sizeBefore = this.#seenAt.size;
    for (const [messageId, seenAt] of this.#seenAt) {
      if (seenAt > now - this.#windowMs) break;
      this.#seenAt.delete(messageId);
    }
    return this.#seenAt.size < sizeBefore;
  }
}
