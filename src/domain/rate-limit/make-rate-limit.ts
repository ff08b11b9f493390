import { Fault } from "../error/fault.ts";

export type RateLimit = {
  /** Requests that a caller may make again each second, and at most at once after a rest. */
  readonly perSecond: number;
  readonly burst: number;
};

type Bucket = { level: number; atMs: number };

// Above this many callers, those that have rested are forgotten: a full bucket is what a stranger gets.
const mostRemembered = 10_000;

/**
 * Counts requests of each caller apart, in this process alone. The answer takes one request of a caller, or throws a
 * Fault `too_many_requests` that says when to come again.
 */
export function makeRateLimit({ perSecond, burst }: RateLimit, nowMs: () => number): (callerKey: string) => void {
  const buckets = new Map<string, Bucket>();

  function levelOf(bucket: Bucket | undefined, now: number): number {
    if (!bucket) return burst;
    const passedMs = Math.max(0, now - bucket.atMs);
    return Math.min(burst, bucket.level + (passedMs * perSecond) / 1_000);
  }

  function forgetRested(now: number): void {
    for (const [key, bucket] of buckets) if (levelOf(bucket, now) >= burst) buckets.delete(key);
  }

  return (callerKey) => {
    const now = nowMs();
    const level = levelOf(buckets.get(callerKey), now);
    if (level < 1) {
      const retryAfterMs = Math.ceil(((1 - level) / perSecond) * 1_000);
      throw new Fault("too_many_requests", "You send too many requests.", { retryAfterMs });
    }
    buckets.set(callerKey, { level: level - 1, atMs: now });
    if (buckets.size > mostRemembered) forgetRested(now);
  };
}
