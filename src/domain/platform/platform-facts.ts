import { z } from "zod";
import { isoTime } from "../clock/clock.ts";
import type { OperationRun } from "../operation-run/operation-run.ts";
import { waitsOf } from "../operation-run/run-waits.ts";
import type { Schedule } from "../schedule/schedule.ts";
import { type Unreadable, unreadableSchema } from "../unreadable/unreadable.ts";
import { type DeadLetter, type TimerFire, timerFireSchema } from "./platform-activity.ts";

const time = z.iso.datetime();
const count = z.int().min(0);

const alarmSchema = z.object({
  code: z.enum([
    "no_worker_seen",
    "work_waits",
    "silent_run",
    "dead_letters",
    "broken_promises",
    "unreadable_documents",
  ]),
  message: z.string(),
});

/** Health of workers and queue as monitoring reads it (S10): all from the database. */
export const platformFactsSchema = z.object({
  /** `alarm` when anything below needs a person. */
  state: z.enum(["ok", "alarm"]),
  alarms: z.array(alarmSchema),
  runs: z.object({ queued: count, running: count, waiting: count }),
  oldestQueued: z.object({ at: time, ageSeconds: count }).nullable(),
  oldestHeartbeat: z.object({ at: time, ageSeconds: count }).nullable(),
  /** When a timer of the worker app last fired. */
  workerSeenAt: time.nullable(),
  timers: z.array(timerFireSchema),
  deadLetters: z.object({ count, lastAt: time.nullable() }),
  /** Tenants with a run that waits for Microsoft Graph now. */
  throttledTenants: z.array(z.string()),
  brokenPromises: z.array(z.object({ tenantId: z.string(), scheduleId: z.string(), since: time })),
  /** Stored documents that timers meet and cannot read. */
  unreadable: z.array(unreadableSchema),
});

export type PlatformFacts = z.infer<typeof platformFactsSchema>;

/** What a person who looks after the platform is shown: its facts, and what somebody has set. */
export const platformViewSchema = platformFactsSchema
  .extend({
    /** Whether requests to Microsoft Graph are stopped for every tenant. */
    paused: z.boolean(),
  })
  .meta({ id: "PlatformFacts" });

export type PlatformView = z.infer<typeof platformViewSchema>;
type Alarm = z.infer<typeof alarmSchema>;

export type PlatformObservations = {
  readonly activeRuns: readonly OperationRun[];
  readonly timers: readonly TimerFire[];
  readonly deadLetters: readonly DeadLetter[];
  readonly brokenPromises: readonly Schedule[];
  readonly unreadable: readonly Unreadable[];
};

/** Times after which silence is an alarm, in milliseconds. */
export type AlarmLimits = {
  readonly workerUnseenAfterMs: number;
  readonly workWaitsAfterMs: number;
  readonly runSilentAfterMs: number;
};

/** What the observations come to, and what of it needs a person. */
export function toPlatformFacts(observed: PlatformObservations, limits: AlarmLimits, nowMs: number): PlatformFacts {
  const facts = measured(observed, nowMs);
  const alarms = alarmsOf(facts, limits, nowMs);
  return { state: alarms.length === 0 ? "ok" : "alarm", alarms, ...facts };
}

type Measurements = Omit<PlatformFacts, "state" | "alarms">;

function measured(
  { activeRuns, timers, deadLetters, brokenPromises, unreadable }: PlatformObservations,
  nowMs: number,
): Measurements {
  const running = activeRuns.filter(({ status }) => status === "running");
  const queued = activeRuns.filter(({ status }) => status === "queued");
  const waiting = queued.filter(({ waitingFor }) => waitingFor !== null);
  const sendable = queued.filter(({ waitingFor }) => waitingFor === null);
  const throttled = running.filter((run) => waitsOf(run, { nowMs }).some(({ reason }) => reason === "throttled"));
  return {
    runs: { queued: queued.length, running: running.length, waiting: waiting.length },
    oldestQueued: oldest(
      sendable.map((run) => run.createdAt),
      nowMs,
    ),
    oldestHeartbeat: oldest(
      running.map((run) => run.heartbeatAt ?? run.createdAt),
      nowMs,
    ),
    workerSeenAt: latest(timers.map(({ firedAt }) => firedAt)),
    timers: timers.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    deadLetters: { count: deadLetters.length, lastAt: latest(deadLetters.map(({ at }) => at)) },
    throttledTenants: [...new Set(throttled.map(({ tenantId }) => tenantId))].sort(),
    brokenPromises: brokenPromises.map(({ tenantId, id, promise }) => ({
      tenantId,
      scheduleId: id,
      since: promise.since,
    })),
    unreadable: [...unreadable],
  };
}

function alarmsOf(facts: Measurements, limits: AlarmLimits, nowMs: number): Alarm[] {
  const unseenMs = nowMs - Date.parse(facts.workerSeenAt ?? isoTime(0));
  const waitsMs = (facts.oldestQueued?.ageSeconds ?? 0) * 1_000;
  const silentMs = (facts.oldestHeartbeat?.ageSeconds ?? 0) * 1_000;
  const alarms: (Alarm & { readonly rings: boolean })[] = [
    { code: "no_worker_seen", rings: unseenMs > limits.workerUnseenAfterMs, message: "No worker has been seen." },
    { code: "work_waits", rings: waitsMs > limits.workWaitsAfterMs, message: "Queued work is not taken." },
    { code: "silent_run", rings: silentMs > limits.runSilentAfterMs, message: "A run is silent and was not repaired." },
    { code: "dead_letters", rings: facts.deadLetters.count > 0, message: "Messages could not be handled." },
    { code: "broken_promises", rings: facts.brokenPromises.length > 0, message: "A tenant's promise is broken." },
    { code: "unreadable_documents", rings: facts.unreadable.length > 0, message: "Stored documents cannot be read." },
  ];
  return alarms.filter(({ rings }) => rings).map(({ code, message }) => ({ code, message }));
}

function oldest(times: readonly string[], nowMs: number): { at: string; ageSeconds: number } | null {
  const at = times.toSorted()[0];
  return at === undefined ? null : { at, ageSeconds: Math.max(0, Math.floor((nowMs - Date.parse(at)) / 1_000)) };
}

function latest(times: readonly string[]): string | null {
  return times.toSorted().at(-1) ?? null;
}
