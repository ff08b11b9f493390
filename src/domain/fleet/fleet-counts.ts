import type { Counts } from "../counts/counts.ts";
import { type ErrorCode, errorCodes } from "../error/error-codes.ts";
import type { Failure } from "../failure/failure.ts";
import { type LinkState, linkStates, type Tally } from "./link.ts";

/**
 * Counts of a fleet run over so many tenants, from the states of their links. A tenant whose snapshot has gaps, or that
 * was passed over, is a gap: it has not failed, and the fleet has not wholly succeeded.
 */
export function toFleetCounts(tally: Tally, total: number): Counts {
  const { succeeded, partially_succeeded: partial, failed, cancelled, skipped } = tally;
  return {
    total,
    processed: succeeded + partial + failed + cancelled + skipped,
    succeeded: succeeded + partial,
    failed: failed + cancelled,
    skipped,
    gaps: partial + skipped,
  };
}

export function toTally(countOf: (state: LinkState) => number): Tally {
  // The keys are the states, all of them.
  return Object.fromEntries(linkStates.map((state) => [state, countOf(state)])) as Record<LinkState, number>;
}

/** Why tenants of a fleet did not succeed: one failure a reason, with how many tenants it is about. */
export function toFleetFailures(reasons: ReadonlyMap<ErrorCode, number>): Failure[] {
  return [...reasons].map(([code, count]) => ({ code, message: errorCodes[code].advice, target: "", count }));
}
