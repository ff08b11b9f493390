/**
 * What is measured, under names that never change: alerts and the workbook ask for them, and a test compares. All but the
 * last five are read from runs, schedules and platform activity, once a minute (P7.3: never from the text of logs); these are
 * recorded when they happen.
 */
export const measurementNames = [
  /** Runs that nobody has taken yet, that work, and that wait behind another writer. */
  "runs.queued",
  "runs.running",
  "runs.waiting",
  /** Age in seconds of the oldest run that could be taken, and of the oldest heartbeat; 0 when there is none. */
  "runs.oldest_queued_seconds",
  "runs.oldest_heartbeat_seconds",
  /** Runs that ended as failed within the last hour. */
  "runs.failed",
  /** Messages that the queue gave up within the last hour. */
  "dead_letters",
  /** Schedules whose promise is broken now. */
  "promises.broken",
  /** Documents that a timer left out lately because this version does not understand them. */
  "documents.unreadable",
  /** Requests that Microsoft Graph refused with 429, each part of a batch counted as one, since the last time. */
  "graph.throttled",
  /** A payload or a manifest that was found damaged or gone: 1 each time. */
  "snapshots.damaged",
  /** Age in seconds of the oldest audit entry that could not be sealed in the last round; 0 when all were. */
  "audit.oldest_unsealed_seconds",
  /** An audit that did not verify: 1 each time. */
  "audit.unverified",
  /** Requests without a token that is valid: 1 each. */
  "access.unauthenticated",
] as const;

export type MeasurementName = (typeof measurementNames)[number];

export type Measurements = Partial<Record<MeasurementName, number>>;
