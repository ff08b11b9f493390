/** Runs what it is given one after the other; a rejection goes to its caller and does not stop the chain. */
export type SettleChain = {
  readonly run: (settle: () => Promise<void>) => Promise<void>;
  readonly idle: () => Promise<void>;
};

// rhea 3.0.5 merges dispositions that are written in the same tick and sends the first one's outcome for both, so that a
// completed message takes its abandoned neighbour with it. Settling one by one keeps them apart.
export function makeSettleChain(): SettleChain {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(settle) {
      const done = last.then(settle);
      last = done.catch(() => undefined);
      return done;
    },
    idle: async () => {
      await last;
    },
  };
}
