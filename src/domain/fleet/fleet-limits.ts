/** How a fleet run walks over its tenants. The figures are in config/limits.ts. */
export type FleetLimits = {
  /** Children of all fleets at work at the same time. */
  readonly atOnce: number;
  /** Children that start in one round, one after the other. */
  readonly startsPerRound: number;
  /** How long a round may give turns, in milliseconds; other fleets wait so long for one whose worker died. */
  readonly dealMs: number;
  /** From one round to the next, in milliseconds; each round is a sign of life of the parent. */
  readonly roundMs: number;
  /** How long a cancelled parent waits for its children to end, in milliseconds. */
  readonly cancelWaitMs: number;
};
