/** A bounded number of pieces of work at a time, each under a key of its own. */
export type WorkSlots<Key> = {
  readonly free: () => number;
  readonly count: () => number;
  readonly has: (key: Key) => boolean;
  /** The slot is free again when `work` has settled; a rejection goes to `onError` first. */
  readonly run: (key: Key, work: () => Promise<void>) => void;
  /** Resolves when no slot is taken. */
  readonly quiet: () => Promise<void>;
};

export function makeWorkSlots<Key>(
  limit: number,
  onFree: () => void,
  onError: (key: Key, error: unknown) => Promise<void>,
): WorkSlots<Key> {
  const taken = new Map<Key, Promise<void>>();
  return {
    free: () => limit - taken.size,
    count: () => taken.size,
    has: (key) => taken.has(key),
    run(key, work) {
      const done = work()
        .catch((error: unknown) => onError(key, error))
        .finally(() => {
          taken.delete(key);
          onFree();
        });
      taken.set(key, done);
    },
    async quiet() {
      while (taken.size > 0) await Promise.all(taken.values());
    },
  };
}
