/** What counting takes grows with what is counted: at 0.055 request units a run this is 11 a minute for each tab. */
const perRunMs = 300;
const leastMs = 30_000;

/** How long the counts of so many runs stand while nothing says that they have changed, in milliseconds. */
export function countsInterval(runs: number): number {
  return Math.max(leastMs, runs * perRunMs);
}
