import type { Clock } from "../../domain/clock/clock.ts";
import { retryLimits } from "./graph-limits.ts";
import type { GraphAnswer } from "./send.ts";

/** Statuses that may pass by waiting. */
const transient = new Set([429, 500, 502, 503, 504]);

/** Whether an answer after so many tries is worth another one. */
export function isRetryable(
  { status, retryAfterMs = 0 }: Pick<GraphAnswer, "status" | "retryAfterMs">,
  tries: number,
): boolean {
  const maxTries = status === 429 ? retryLimits.maxTriesThrottled : retryLimits.maxTriesFailed;
  return transient.has(status) && tries < maxTries && retryAfterMs <= retryLimits.longestRetryAfterMs;
}

/**
 * The pause in milliseconds before try `count + 1`: what Graph asked for and some jitter on top, else exponential with
 * full jitter, and never nothing (P6.14).
 */
export function retryDelayMs(clock: Pick<Clock, "random">, count: number, retryAfterMs: number | undefined): number {
  if (retryAfterMs !== undefined) {
    return retryAfterMs + clock.random() * Math.min(1_000, Math.max(100, retryAfterMs / 10));
  }
  return Math.max(longestPauseMs(count) * clock.random(), retryLimits.firstPauseMs / 4);
}

/**
 * For how many milliseconds a whole group is held up after a read was throttled for the `count`th time: what Graph asked
 * for, else longer each time, because a request that comes too early counts too (graph.md 2.2).
 */
export function throttleDelayMs(count: number, retryAfterMs: number | undefined): number {
  return retryAfterMs ?? longestPauseMs(count);
}

function longestPauseMs(count: number): number {
  return Math.min(retryLimits.firstPauseMs * 2 ** (count - 1), retryLimits.longestPauseMs);
}
