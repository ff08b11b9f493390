import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../src/domain/clock/clock.ts";

/**
 * Time that passes so many times faster, pauses included: the windows of Graph's limits, which a large tenant fills for
 * minutes, cost less of ours. More is in memory at once than in real time, never less.
 */
export function fastClock(times: number): Clock {
  const startMs = Date.now();
  return {
    nowMs: () => startMs + (Date.now() - startMs) * times,
    pause: async (ms, signal) => {
      await pause(ms / times, undefined, signal ? { signal } : {});
    },
    random: () => Math.random(),
  };
}
