import { retryLimits } from "./graph-limits.ts";

/**
 * Retry-After in milliseconds: whole or fractional seconds, as Graph sends both, or a date (RFC 9110 10.2.3), which counts
 * from the `Date` of the same answer, so that no two clocks are compared. What is neither counts as missing. No more is
 * believed than `retryLimits.longestBelievedMs`: the limiter keeps it for every later run of the tenant.
 */
export function parseRetryAfter(value: unknown, answeredAt: unknown): number | undefined {
  const ms = secondsOf(value) ?? untilDate(value, answeredAt);
  return ms === undefined ? undefined : Math.min(ms, retryLimits.longestBelievedMs);
}

function secondsOf(value: unknown): number | undefined {
  const isSeconds = typeof value === "string" ? /^\d+(\.\d+)?$/.test(value) : Number.isFinite(value);
  const seconds = isSeconds ? Number(value) : -1;
  return seconds < 0 ? undefined : Math.ceil(seconds * 1_000);
}

function untilDate(value: unknown, answeredAt: unknown): number | undefined {
  const ms = dateOf(value) - dateOf(answeredAt);
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** An HTTP date in the one form that may be sent, in milliseconds since the epoch; NaN when it is none. */
function dateOf(value: unknown): number {
  if (typeof value !== "string" || !/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)) return Number.NaN;
  return Date.parse(value);
}
