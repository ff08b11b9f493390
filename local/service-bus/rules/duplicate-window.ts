/** The message ids a queue saw in its duplicate detection window, whatever became of the messages. */
export class DuplicateWindow {
  // In order of time, because an id within the window is never written again: the oldest are at the front.
  readonly #seenAt = new Map<string, number>();
  readonly #windowMs: number;

  /** @param windowMs 0 = no duplicate detection. */
  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Whether the id is new; it counts as seen from now on. */
  admit(messageId: string, now: number): boolean {
    if (this.#windowMs === 0) return true;
    this.forgetOld(now);
    if (this.#seenAt.has(messageId)) return false;
    this.#seenAt.set(messageId, now);
    return true;
  }

  restore(messageId: string, seenAt: number): void {
    this.#seenAt.set(messageId, seenAt);
  }

  forgetOld(now: number): void {
    for (const [messageId, seenAt] of this.#seenAt) {
      if (seenAt > now - this.#windowMs) return;
      this.#seenAt.delete(messageId);
    }
  }
}
