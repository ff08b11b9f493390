import { Fault } from "../error/fault.ts";

export type RateLimit = {
  /** Requests that a caller may make again each second, and at most at once after a rest. */
  readonly perSecond: number;
  readonly burst: number;
};

type Bucket = { level: number; atMs: number };

// Above this many callers, the one that has not called for longest is forgotten: it gets the full bucket of a stranger.
const mostRemembered = 10_000;

/**
 * Counts requests of each caller apart, in this process alone, for at most 10,000 callers. The answer takes one request
 * of a caller, or throws a Fault `too_many_requests` that says when to come again.
 */
export function makeRateLimit({ perSecond, burst }: RateLimit, nowMs: () => number): (callerKey: string) => void {
  const buckets = new Map<string, Bucket>();

  function levelOf(bucket: Bucket | undefined, now: number): number {
    if (!bucket) return burst;
    const passedMs = Math.max(0, now - bucket.atMs);
    return Math.min(burst, bucket.level + (passedMs * perSecond) / 1_000);
  }

  /** A Map keeps the order of its keys, so the first is of the caller that has not called for longest. */
  function remember(callerKey: string, bucket: Bucket): void {
    buckets.delete(callerKey);
    buckets.set(callerKey, bucket);
    const [longestAgo] = buckets.keys();
    if (buckets.size > mostRemembered && longestAgo !== undefined) buckets.delete(longestAgo);
  }

  return (callerKey) => {
    const known = buckets.get(callerKey);
    const now = nowMs();
    const level = levelOf(known, now);
    if (level < 1) {
      // Whoever goes on asking is not forgotten.
      remember(callerKey, known ?? { level, atMs: now });
      const retryAfterMs = Math.ceil(((1 - level) / perSecond) * 1_000);
      throw new Fault("too_many_requests", "You send too many requests.", { retryAfterMs });
    }
    remember(callerKey, { level: level - 1, atMs: now });
  };
}
