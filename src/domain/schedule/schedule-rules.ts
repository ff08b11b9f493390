/** Limits of the schedules of one tenant. */
export type ScheduleRules = {
  readonly maxPerTenant: number;
  /** Between two slots of a schedule, by the clock. A run takes minutes, and Graph's limits are the tenant's. */
  readonly minMinutesApart: number;
};
