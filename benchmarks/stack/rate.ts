export type Rate = {
  readonly what: string;
  readonly perSecond: number;
  /** What was measured when the protocol was studied, on a machine with 2 cores; see `studied`. */
  readonly studied?: string;
};

/** Does something so often, so many at a time, and answers how often in a second. */
export async function rateOf(times: number, atOnce: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const workers = Array.from({ length: atOnce }, async () => {
    while (next < times) {
      const turn = next;
      next += 1;
      await work(turn);
    }
  });
  await Promise.all(workers);
  return times / ((performance.now() - startedAt) / 1_000);
}
