/** What people may ask of the schedules of one tenant. */
export type ScheduleRules = {
  readonly mostPerTenant: number;
  /** Between two slots of a schedule, by the clock. A run takes minutes, and Graph's limits are the tenant's. */
  readonly leastMinutesApart: number;
};
