import type { Random } from "@tenantpilot/embedded-azure/random";
import type { Clock } from "../../../src/domain/clock/clock.ts";

/** A clock whose pauses take no real time: each moves it on at once. Jitter comes from the random numbers. */
export function makeFastClock({ integer }: Random): Clock {
  let now = Date.parse("2026-03-01T08:00:00.000Z");
  return {
    nowMs: () => now,
    random: () => integer(0, 999_999) / 1_000_000,
    pause: async (ms, signal) => {
      signal?.throwIfAborted();
      now += ms;
    },
  };
}
