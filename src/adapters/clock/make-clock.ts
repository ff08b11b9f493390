import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../domain/clock/clock.ts";

/** The system's clock; the only place that reads it. */
export function makeClock(): Clock {
  return {
    nowMs: () => Date.now(),
    pause: async (ms, signal) => {
      await pause(ms, undefined, signal ? { signal } : {});
    },
    random: () => Math.random(),
  };
}
