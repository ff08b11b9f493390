import type { Clock } from "../../domain/clock/clock.ts";
import type { GroupLimits } from "./graph-limits.ts";

/** Says when the next requests of one (tenant, service group) may start. */
export type Limiter = {
  /**
   * Waits until `count` requests may start, and counts them. Answers false, and counts nothing, as soon as Graph holds the
   * group up for more milliseconds than may be waited.
   */
  readonly take: (count: number, signal: AbortSignal, mayWait?: (heldMs: number) => boolean) => Promise<boolean>;
  /**
   * Graph throttled: nothing starts for that long, and fewer may start in each window. Answers by how many milliseconds
   * the group is held up longer than before.
   */
  readonly slowDown: (ms: number) => number;
  /** Until when Graph's throttling holds the group up, in milliseconds since the epoch; in the past when it does not. */
  readonly heldUntilMs: () => number;
};

/**
 * Counts what started within the sliding window, so a small tenant is read without waiting and a large one at the
 * documented rate. A 429 halves what a window may hold; each quiet window gives a tenth of the full figure back.
 */
export function makeLimiter(limits: GroupLimits, clock: Clock): Limiter {
  let started: { readonly at: number; readonly count: number }[] = [];
  let allowed = limits.perWindow;
  let heldUntil = 0;
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
    if (now < heldUntil) return heldUntil - now;
    started = started.filter(({ at }) => at > now - limits.windowMs);
    const used = started.reduce((sum, each) => sum + each.count, 0);
    const oldest = started[0];
    if (oldest === undefined || used + count <= allowed) return 0;
    return oldest.at + limits.windowMs - now;
  }

  return {
    take: async (count, signal, mayWait = () => true) => {
      for (let wait = waitMs(count); wait > 0; wait = waitMs(count)) {
        if (!mayWait(heldUntil - clock.nowMs())) return false;
        await clock.pause(Math.ceil(wait), signal);
      }
      started.push({ at: clock.nowMs(), count });
      return true;
    },
    slowDown: (ms) => {
      const now = clock.nowMs();
      const from = Math.max(heldUntil, now);
      heldUntil = Math.max(heldUntil, now + ms);
      allowed = Math.max(allowed / 2, 1);
      recoversAt = now + limits.windowMs;
      return Math.max(0, heldUntil - from);
    },
    heldUntilMs: () => heldUntil,
  };
}
