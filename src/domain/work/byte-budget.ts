/** Bytes that somebody holds in memory. */
export type Grant = {
  /** It is known by now how many they are. */
  readonly resize: (bytes: number) => void;
  readonly release: () => void;
};

/** Bytes that may be in memory at once, of all who share the budget. */
export type ByteBudget = {
  /** Waits, first in first out, until the budget is not exceeded; may then exceed it by as many. */
  readonly take: (bytes: number) => Promise<Grant>;
};

type Waiter = { readonly bytes: number; readonly begin: () => void };

/**
 * A budget of `limit` bytes. Whoever comes while it is not exceeded is admitted, so that one who wants more than there is
 * does not wait for ever: what is held is never more than `limit` and the largest. A holder must not wait for another.
 */
export function makeByteBudget(limit: number): ByteBudget {
  const waiting: Waiter[] = [];
  let used = 0;

  function admit(): void {
    while (used <= limit) {
      const next = waiting.shift();
      if (!next) return;
      used += next.bytes;
      next.begin();
    }
  }

  function grantOf(bytes: number): Grant {
    let held = bytes;
    const resize = (now: number): void => {
      used += now - held;
      held = now;
      admit();
    };
    return { resize, release: () => resize(0) };
  }

  return {
    take: (bytes) =>
      new Promise((resolve) => {
        waiting.push({ bytes, begin: () => resolve(grantOf(bytes)) });
        admit();
      }),
  };
}
