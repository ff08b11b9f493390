/** The shortest time in milliseconds between a request and its answer that this process has seen. */
export type QuickestAnswer = {
  readonly note: (ms: number) => void;
  /** Nothing, as long as too few are known. */
  readonly ms: () => number;
};

// The first answers of a process are all slow: they wait for connections and for code that has not run yet. A tenant's
// first snapshot brings more than a hundred.
const answersToBelieve = 50;

export function makeQuickestAnswer(): QuickestAnswer {
  let quickest = Number.POSITIVE_INFINITY;
  let answers = 0;
  return {
    note: (ms) => {
      answers += 1;
      // A clock that was put back in between would make it less than nothing, for ever.
      quickest = Math.min(quickest, Math.max(0, ms));
    },
    ms: () => (answers < answersToBelieve ? 0 : quickest),
  };
}
