import type { FleetLimits } from "../src/domain/fleet/fleet-limits.ts";
import type { RunLimits } from "../src/domain/operation-run/run-limits.ts";
import type { ScheduleRules } from "../src/domain/schedule/schedule-rules.ts";

/** Times of the run machinery, in milliseconds. */
export const runLimits: RunLimits = {
  silentAfterMs: 60_000,
  unsentAfterMs: 30_000,
  unclaimedAfterMs: 300_000,
  // Longer than two heartbeats, so that one slow write does not lose the lease; short, because a killed worker's
  // successor waits for it.
  leaseMs: 15_000,
  // Sums to under 10 s, well inside the queue's lock of 60 s (config/queues.json).
  notVisiblePausesMs: [100, 300, 1_000, 3_000, 5_000],
};

/** How many bytes of ended runs a process keeps so that lists which are polled do not read them again: some 4,000 runs. */
export const endedRunsBytes = 8 * 1024 * 1024;

/** How long a request to the blob store may take in milliseconds, with its repeats: less than a caller waits. */
export const blobDeadlineMs = 30_000;

/** Times of snapshot schedules. */
export const scheduleLimits = {
  // Longer than the worker app takes to come back after a deployment or a crash.
  missedAfterMs: 15 * 60_000,
  // Each schedule is a handful of database calls; so many at once start 10,000 tenants within minutes.
  atOnce: 16,
};

/** Limits of the schedules of one tenant; those that exist already run on. */
export const scheduleRules: ScheduleRules = { maxPerTenant: 50, minMinutesApart: 15 };

/**
 * Concurrency of fleet runs. Graph allows an application 130,000 requests per 10 s over all tenants, which is 13,000 a
 * second (graph.md 2.1), beside its limits per tenant. At its fastest a child takes 426 a second: 45 in each of nine
 * service groups of Intune, 20 of the directory, 1 of conditional access (src/adapters/graph/graph-limits.ts). 25 of
 * them take 10,650, which leaves a fifth to schedules and people; a test does this sum. They are counted over all fleets
 * that are at work, and over what fleets that have ended left behind.
 */
export const fleetLimits: FleetLimits = {
  atOnce: 25,
  // Children take some seconds each; so many new ones every two seconds keep 25 at work and never start them together.
  startsPerRound: 10,
  // Longer than ten starts take, each of a few writes.
  schedulingMs: 10_000,
  roundMs: 2_000,
  // A child acknowledges with its next heartbeat, after the heartbeat interval of its type.
  cancelWaitMs: 5_000,
};

/** How long a person waits for the group search before it gives up, sign-in and answer together: typing an id is quicker. */
export const personalSearchMs = 3_000;

/** Silence that needs a person (S10), in milliseconds. */
export const alarmLimits = {
  // Timers of the worker fire each minute; two may be lost to a deployment.
  workerUnseenAfterMs: 3 * 60_000,
  // Longer than the reconciler takes to send again what nobody took.
  workWaitsAfterMs: 6 * 60_000,
  // Longer than a silent run waits for the reconciler.
  runSilentAfterMs: 4 * 60_000,
};

/** Comparisons of whole snapshots that an instance makes at once: each is up to a second of a processor. */
export const comparisonsAtOnce = 2;
