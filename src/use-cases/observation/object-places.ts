/** Room in memory for so many objects at once: who wants in waits until somebody has left. */
export type ObjectPlaces = {
  readonly take: () => Promise<void>;
  readonly giveBack: () => void;
};

/**
 * Objects of one service group that are in memory at once, of all of its collections together. 160 is what eight batches
 * of 20 ask for at a time; a few more keep them full. The largest objects known are of 1 MB (graph-facts 6).
 */
const objectsAtOnce = 200;

export function makeObjectPlaces(count: number = objectsAtOnce): ObjectPlaces {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    take: () => {
      if (free === 0) return new Promise((resolve) => waiting.push(resolve));
      free -= 1;
      return Promise.resolve();
    },
    // The place goes from hand to hand, so that nobody slips in between.
    giveBack: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
}
