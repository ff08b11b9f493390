/** Times of the run machinery, in milliseconds. The figures are in config/limits.ts. */
export type RunLimits = {
  /** A running run without a heartbeat for this long is silent. */
  readonly silentAfterMs: number;
  /** A queued run that nobody sent, or nobody claimed, for this long is repaired. */
  readonly unsentAfterMs: number;
  readonly unclaimedAfterMs: number;
  /** How long a lease on a service group lasts without being renewed. */
  readonly leaseMs: number;
  /** Pauses between readings of a run that the dispatcher cannot see yet. */
  readonly notVisiblePausesMs: readonly number[];
};
