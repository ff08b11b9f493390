import type { RunLimits } from "../../src/domain/operation-run/run-limits.ts";

/** Times of the run machinery as rules are told with them. */
export const someLimits: RunLimits = {
  silentAfterMs: 60_000,
  unsentAfterMs: 30_000,
  unclaimedAfterMs: 300_000,
  leaseMs: 15_000,
  notVisiblePausesMs: [],
};
