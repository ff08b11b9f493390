/** Room in memory for so many objects at once: who wants in waits until somebody has left. */
export type ObjectSlots = {
  readonly take: () => Promise<void>;
  readonly release: () => void;
};

/**
 * Objects of one service group that are in memory at once, of all of its collections together. 160 is what eight batches
 * of 20 ask for at a time; a few more keep them full.
 */
export const objectsAtOnce = 200;

export function makeObjectSlots(count: number): ObjectSlots {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    take: () => {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve));
      free -= 1;
      return Promise.resolve();
    },
    // A slot goes from hand to hand, so that nobody slips in between.
    release: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}

/** Work on objects, side by side. */
export type ObjectWork = {
  /** Waits for a slot and begins. Throws when work before has failed: then nothing more is begun. */
  readonly start: (work: () => Promise<void>) => Promise<void>;
  /** Waits until all has ended; throws the first failure. */
  readonly finish: () => Promise<void>;
};

export function makeObjectWork(slots: ObjectSlots): ObjectWork {
  const running = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  return {
    start: async (work) => {
      await slots.take();
      if (broken) {
        slots.release();
        throw broken.error;
      }
      const task: Promise<void> = work()
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => {
          running.delete(task);
          slots.release();
        });
      running.add(task);
    },
    finish: async () => {
      await Promise.all(running);
      if (broken) throw broken.error;
    },
  };
}
