import type { Clock } from "../../domain/clock/clock.ts";
import type { GroupLimits } from "./graph-limits.ts";

/** Says when the next requests of one (tenant, service group) may start. */
export type Limiter = {
  /** Waits until `count` requests may start, and counts them. */
  readonly take: (count: number, signal: AbortSignal) => Promise<void>;
  /** Graph throttled: nothing starts for that long, and fewer may start in each window. */
  readonly slowDown: (ms: number) => void;
};

/**
 * Counts what started within the sliding window, so a small tenant is read without waiting and a large one at the
 * documented rate. A 429 halves what a window may hold; each quiet window gives a tenth of the full figure back.
 */
export function makeLimiter(limits: GroupLimits, clock: Clock): Limiter {
  let started: { readonly at: number; readonly count: number }[] = [];
  let allowed = limits.perWindow;
  let notBefore = 0;
  let recoversAt = Number.POSITIVE_INFINITY;

  function recover(now: number): void {
    if (now < recoversAt) return;
    allowed = Math.min(limits.perWindow, allowed + limits.perWindow / 10);
    recoversAt = allowed < limits.perWindow ? now + limits.windowMs : Number.POSITIVE_INFINITY;
  }

  /** Zero when `count` requests may start now; else the time until something of the window has passed. */
  function waitMs(count: number): number {
    const now = clock.nowMs();
    recover(now);
    if (now < notBefore) return notBefore - now;
    started = started.filter(({ at }) => at > now - limits.windowMs);
    const used = started.reduce((sum, each) => sum + each.count, 0);
    const oldest = started[0];
    if (oldest === undefined || used + count <= allowed) return 0;
    return oldest.at + limits.windowMs - now;
  }

  return {
    take: async (count, signal) => {
      for (let wait = waitMs(count); wait > 0; wait = waitMs(count)) await clock.pause(Math.ceil(wait), signal);
      const now = clock.nowMs();
      started.push({ at: now, count });
      notBefore = Math.max(notBefore, now + limits.spacingMs);
    },
    slowDown: (ms) => {
      const now = clock.nowMs();
      notBefore = Math.max(notBefore, now + ms);
      allowed = Math.max(allowed / 2, 1);
      recoversAt = now + limits.windowMs;
    },
  };
}
