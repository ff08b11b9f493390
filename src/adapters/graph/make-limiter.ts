import type { Clock } from "../../domain/clock/clock.ts";
import type { GroupLimits } from "./graph-limits.ts";
import { makeQuickestAnswer } from "./quickest-answer.ts";

/** Requests that may start now. */
export type Permit = {
  /** Sends them: when they count is known once there is an answer, or will be none. */
  readonly send: <T>(sending: () => Promise<T>) => Promise<T>;
};

/** Says when the next requests of one (tenant, service group) may start. */
export type Limiter = {
  /**
   * Waits until `count` requests may start, and counts them. Answers undefined, and counts nothing, as soon as Graph holds
   * the group up for more milliseconds than may be waited.
   */
  readonly acquire: (
    count: number,
    signal: AbortSignal,
    mayWait?: (heldMs: number) => boolean,
  ) => Promise<Permit | undefined>;
  /**
   * Graph throttled: nothing starts for that long, and fewer may start in each window. Answers by how many milliseconds
   * the group is held up longer than before.
   */
  readonly slowDown: (ms: number) => number;
  /** Until when Graph's throttling holds the group up, in milliseconds since the epoch; in the past when it does not. */
  readonly heldUntilMs: () => number;
  /** Until when requests wait for the window, in milliseconds since the epoch; in the past when none waits for long. */
  readonly pacedUntilMs: () => number;
};

// A shorter wait is what a full window asks for all the time; who watches a run need not hear of it.
const longWaitMs = 2_000;

/** `arrivedAt` is the latest time at which they may have arrived; unknown while there is no answer. */
type WindowEntry = { arrivedAt: number | undefined; readonly count: number };

/**
 * Counts what reached Graph within the sliding window, so a small tenant is read without waiting and a large one at the
 * documented rate. A 429 halves what a window may hold; each quiet window gives a tenth of the full figure back.
 * A request that was long on its way (a new connection, a busy machine) may have arrived as late as its answer suggests: as
 * long before that as the quickest answer took. Counted from its start, it would share Graph's window with those after it.
 */
export function makeLimiter(limits: GroupLimits, clock: Clock, quickest = makeQuickestAnswer()): Limiter {
  let started: WindowEntry[] = [];
  let allowed = limits.perWindow;
  let heldUntil = 0;
  let pacedUntil = 0;
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
    started = started.filter(({ arrivedAt = now }) => arrivedAt > now - limits.windowMs);
    const used = started.reduce((sum, each) => sum + each.count, 0);
    if (started.length === 0 || used + count <= allowed) return 0;
    return Math.min(...started.map(({ arrivedAt = now }) => arrivedAt)) + limits.windowMs - now;
  }

  return {
    acquire: async (count, signal, mayWait = () => true) => {
      for (let wait = waitMs(count); wait > 0; wait = waitMs(count)) {
        const now = clock.nowMs();
        if (!mayWait(heldUntil - now)) return undefined;
        if (heldUntil <= now && wait >= longWaitMs) pacedUntil = now + wait;
        await clock.pause(Math.ceil(wait), signal);
      }
      const from = clock.nowMs();
      const requests: WindowEntry = { arrivedAt: undefined, count };
      started.push(requests);
      return {
        send: async (sending) => {
          try {
            const answer = await sending();
            quickest.note(clock.nowMs() - from);
            return answer;
          } finally {
            const now = clock.nowMs();
            requests.arrivedAt = Math.min(now, Math.max(from, now - quickest.ms()));
          }
        },
      };
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
    pacedUntilMs: () => pacedUntil,
  };
}
