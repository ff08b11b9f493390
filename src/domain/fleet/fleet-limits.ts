/** How a fleet run works through its tenants. The figures are in config/limits.ts. */
export type FleetLimits = {
  /** Children of all fleets at work at the same time. */
  readonly atOnce: number;
  /** Children that start in one round, one after the other. */
  readonly startsPerRound: number;
  /** How long a round may start children, in milliseconds; other fleets wait so long for one whose worker died. */
  readonly schedulingMs: number;
  /** From one round to the next, in milliseconds; each round is a heartbeat of the parent. */
  readonly roundMs: number;
  /** How long a cancelled parent waits for its children to end, in milliseconds. */
  readonly cancelWaitMs: number;
};
