import type { ObjectMemory } from "./object-memory.ts";

/** Room for so many objects at once: who wants in waits until somebody has left. */
export type ObjectSlots = {
  /** Waits for a slot, and for memory for an object of the type of which its list shows so many bytes of JSON. */
  readonly take: (type: string, listedBytes: number) => Promise<ReleaseSlot>;
};

/** Gives slot and memory back; says how many bytes of JSON the object had, if it was read. */
export type ReleaseSlot = (bytes: number | undefined) => void;

/**
 * Objects of one service group that are in memory at once, of all of its collections together. 160 is what eight batches
 * of 20 ask for at a time; a few more keep them full.
 */
export const objectsAtOnce = 200;

/** Slots of a service group. The memory is that of the worker. */
export function makeObjectSlots(count: number, memory: ObjectMemory): ObjectSlots {
  const waiting: (() => void)[] = [];
  let free = count;

  async function takeSlot(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  // A slot goes from hand to hand, so that nobody slips in between.
  function giveSlot(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    take: async (type, listedBytes) => {
      await takeSlot();
      const held = await memory.budget.take(Math.max(listedBytes, memory.expected(type)));
      return (bytes) => {
        if (bytes !== undefined) memory.learn(type, bytes);
        held.release();
        giveSlot();
      };
    },
  };
}

/** Work on objects, side by side. */
export type ObjectWork = {
  /**
   * Waits for a slot and begins. Throws when work before has failed: then nothing more is begun. The work says how many
   * bytes of JSON the object had, if it was read.
   */
  readonly start: (
    object: { readonly type: string; readonly listedBytes: number },
    work: () => Promise<number | undefined>,
  ) => Promise<void>;
  /** Waits until all has ended; throws the first failure. */
  readonly finish: () => Promise<void>;
};

export function makeObjectWork(slots: ObjectSlots): ObjectWork {
  const running = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | undefined;

  function begin(work: () => Promise<number | undefined>, release: ReleaseSlot): void {
    const note = (error: unknown): undefined => {
      broken ??= { error };
    };
    const task: Promise<void> = work()
      .catch(note)
      .then((bytes) => {
        running.delete(task);
        release(bytes);
      });
    running.add(task);
  }

  return {
    start: async ({ type, listedBytes }, work) => {
      const release = await slots.take(type, listedBytes);
      if (!broken) return begin(work, release);
      release(undefined);
      throw broken.error;
    },
    finish: async () => {
      await Promise.all(running);
      if (broken) throw broken.error;
    },
  };
}
