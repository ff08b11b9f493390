import type { Clock } from "../../domain/clock/clock.ts";
import { retryLimits } from "./graph-limits.ts";

/** Statuses that may pass by waiting. */
const transient = new Set([429, 500, 502, 503, 504]);

export function isTransient(status: number): boolean {
  return transient.has(status);
}

/**
 * The pause in milliseconds before try `count + 1`: what Graph asked for and some jitter on top, else exponential with
 * full jitter, and never nothing (P6.14).
 */
export function pauseBeforeRetry(
  clock: Pick<Clock, "random">,
  count: number,
  retryAfterMs: number | undefined,
): number {
  if (retryAfterMs !== undefined) {
    const asked = Math.min(retryAfterMs, retryLimits.longestRetryAfterMs);
    return asked + clock.random() * Math.min(1_000, Math.max(100, asked / 10));
  }
  const ceiling = Math.min(retryLimits.firstPauseMs * 2 ** (count - 1), retryLimits.longestPauseMs);
  return Math.max(ceiling * clock.random(), retryLimits.firstPauseMs / 4);
}
