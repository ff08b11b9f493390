const daySeconds = 86_400;
// Longer than a year, so that a yearly review finds the year before.
const runDays = 400;
// A fleet run has three attempts of a day each, and waits for them in the queue; a test does this sum.
const longestRunDays = 4;

/**
 * How long data is retained. Enforced by the database (time to live) and, for the workflow engine's history, by the
 * timer `retention`. Audit entries, sealed snapshots, the inventory and groups that exist have no end.
 */
export const retention = {
  /** From a run's end. */
  runTtlSeconds: runDays * daySeconds,
  /** Who joined a run is of interest as long as the run is looked at closely. */
  joinTtlSeconds: 90 * daySeconds,
  notificationTtlSeconds: 90 * daySeconds,
  /** Tenants of a fleet run, from its beginning: never shorter than the run itself. */
  linkTtlSeconds: (runDays + longestRunDays) * daySeconds,
  /** A client that repeats a start does so within minutes; a day covers a job that runs once a night. */
  idempotencyTtlSeconds: daySeconds,
  /** Parts are needed until their run has ended, which its deadline bounds; then they only explain it. */
  partTtlSeconds: 7 * daySeconds,
  /** Slots explain a schedule's past; their runs stay longer. */
  slotTtlSeconds: 90 * daySeconds,
  /** Who changed what, longer than a year, as runs. */
  eventTtlSeconds: 400 * daySeconds,
  deadLetterTtlSeconds: 30 * daySeconds,
  /** Longer than any worker of a closed run can still be on its way to seal. */
  abandonedTtlSeconds: 30 * daySeconds,
  /** What names a deleted group is mended long before; snapshots have its name themselves. */
  deletedGroupTtlSeconds: 180 * daySeconds,
  /** Instances that ended this long ago say nothing that their run does not. */
  workflowHistorySeconds: 7 * daySeconds,
};
