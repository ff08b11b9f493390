/** The shortest time in milliseconds between a request and its answer that this process has seen. */
export type QuickestAnswer = {
  readonly note: (ms: number) => void;
  readonly ms: () => number;
};

export function makeQuickestAnswer(): QuickestAnswer {
  let quickest = Number.POSITIVE_INFINITY;
  return {
    note: (ms) => {
      // A clock that was put back in between would make it less than nothing, for ever.
      quickest = Math.min(quickest, Math.max(0, ms));
    },
    ms: () => quickest,
  };
}
