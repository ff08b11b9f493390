/** The shortest time in milliseconds between a request and its answer that this process has seen. */
export type QuickestAnswer = {
  readonly note: (ms: number) => void;
  readonly ms: () => number;
};

export function makeQuickestAnswer(): QuickestAnswer {
  let quickest = Number.POSITIVE_INFINITY;
  return {
    note: (ms) => {
      quickest = Math.min(quickest, ms);
    },
    ms: () => quickest,
  };
}
