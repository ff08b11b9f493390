import { isoTime } from "../../domain/clock/clock.ts";
import { toFault } from "../../domain/error/fault.ts";
import { toFailure } from "../../domain/failure/failure.ts";
import { GraphBackOff } from "../../domain/graph/graph-back-off.ts";
import { type GroupProgress, type GroupWait, noProgress } from "../../domain/operation-run/group-progress.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { Heartbeat } from "../../domain/operation-run/repository.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { Work, WorkOutcome } from "../../domain/operation-run/work.ts";
import { type KeepAliveDeps, keepAlive, WorkStopped } from "./keep-alive.ts";
import { stopReason } from "./stop-reason.ts";

export type LeasedDeps = KeepAliveDeps & { readonly newId: () => string };

/** A unit of a run's work that only one may do at a time in a tenant. */
export type LeasedWork = Work & {
  /** Names the lease, and where the run says how far this unit is: a service group, for work that reads Graph. */
  readonly group: string;
};

/** The work of one holder of the lease. */
export type LeasedTask = {
  /** Does the work. GraphBackOff makes it wait; a Fault that may be retried is thrown on, so that the engine does. */
  readonly perform: (signal: AbortSignal) => Promise<void>;
  /**
   * How far it is: reported with every heartbeat, and when it waits or fails. How it ended is what it leaves behind:
   * most work is over before its first heartbeat.
   */
  readonly progress: () => GroupProgress;
};

/**
 * Does a unit of a run's work as the only one in the tenant that does (runs.md 5): takes its lease, works under
 * heartbeats, stops when the run is cancelled, paused or somebody else's, and gives the lease back. `open` makes the
 * task when it may begin. What it waits for is reported on the run; the answer is `busy` then, and the caller asks again at
 * `until`, which is soon: somebody may cancel meanwhile.
 */
export async function workUnderLease(
  deps: LeasedDeps,
  work: LeasedWork,
  open: (run: OperationRun) => Promise<LeasedTask>,
): Promise<WorkOutcome> {
  const { runs, leases } = deps.stores;
  const run = ifHeldByAttempt(await runs.read(work.runId), work.attempt);
  if (!run) return { kind: "ended" };
  const stop = stopReason(run);
  if (stop) return stop;
  if (await deps.isPaused()) return waitUntil(deps, work, run, untilNextCheck(deps, "paused"));
  const nowMs = deps.clock.nowMs();
  const held = run.progress[work.group]?.waiting;
  // Whoever found out may be another process, which is gone by now.
  if (held?.reason === "throttled" && Date.parse(held.until) > nowMs) return waitUntil(deps, work, run, held);
  const lease = { group: work.group, runId: run.id, attempt: run.attempt, holder: deps.newId() };
  const answer = await leases.acquire({ ...lease, expiresAt: isoTime(nowMs + deps.limits.leaseMs) }, isoTime(nowMs));
  if (answer.kind === "busy") return waitUntil(deps, work, run, { reason: "busy", until: answer.until });
  try {
    return await perform(deps, work, run, { lease, task: await open(run) });
  } finally {
    // A lease that cannot be given back ends by itself; the outcome of the work counts more.
    await leases.release(work.group, lease.holder).catch(() => undefined);
  }
}

type LeaseAndTask = { readonly lease: Parameters<typeof keepAlive>[1]["lease"]; readonly task: LeasedTask };

async function perform(
  deps: LeasedDeps,
  work: LeasedWork,
  run: OperationRun,
  { lease, task }: LeaseAndTask,
): Promise<WorkOutcome> {
  const { progress } = task;
  const { heartbeatMs: everyMs } = runTypeOf(run);
  try {
    await keepAlive(deps, { lease, progress, everyMs }, task.perform);
  } catch (error) {
    return outcomeOfError(deps, work, run, { error, progress: { ...progress(), waiting: null } });
  }
  // Else it would seem to wait until then: no heartbeat may come any more.
  if (run.progress[work.group]?.waiting) await reportProgress(deps, work, { ...progress(), waiting: null });
  return { kind: "done" };
}

type FailedWork = { readonly error: unknown; readonly progress: GroupProgress };

/** What helps to try again is thrown, so that the engine does; what does not is an answer. */
async function outcomeOfError(
  deps: LeasedDeps,
  work: LeasedWork,
  run: OperationRun,
  { error, progress }: FailedWork,
): Promise<WorkOutcome> {
  const wait = waitOf(deps, error);
  if (wait) {
    const reported = await reportProgress(deps, work, { ...progress, waiting: wait });
    return stopReason(reported) ?? busyUntil(deps, run, wait);
  }
  if (error instanceof WorkStopped && error.why.kind !== "paused" && error.why.kind !== "lease_lost") return error.why;
  const fault = toFault(error);
  const failure = toFailure(fault, fault.target ?? work.group);
  // The other units of the run see it with their next heartbeat.
  await reportProgress(deps, work, progress, { lastError: failure });
  if (!fault.mayRetry) return { kind: "stop", failure };
  throw error;
}

/** What the work waits for, when that is why it did not end. */
function waitOf(deps: LeasedDeps, error: unknown): GroupWait | undefined {
  if (error instanceof GraphBackOff) return { reason: "throttled", until: isoTime(error.untilMs) };
  if (!(error instanceof WorkStopped)) return undefined;
  if (error.why.kind === "paused") return untilNextCheck(deps, "paused");
  return error.why.kind === "lease_lost" ? untilNextCheck(deps, "busy") : undefined;
}

/** Nobody knows when it ends. */
function untilNextCheck({ clock, limits }: LeasedDeps, reason: GroupWait["reason"]): GroupWait {
  return { reason, until: isoTime(clock.nowMs() + limits.leaseMs) };
}

/**
 * How far the group is, also after an error: what was spent of the run's budget is not to be spent again.
 */
function reportProgress(
  { stores, clock }: LeasedDeps,
  { runId: id, attempt, group: name }: LeasedWork,
  progress: GroupProgress,
  more: Pick<Heartbeat, "lastError"> = {},
): Promise<OperationRun | "moved_on"> {
  return stores.runs.heartbeat({ id, attempt }, { at: isoTime(clock.nowMs()), group: { name, progress }, ...more });
}

/**
 * Says why the work does not begin, and until when: waiting counts as a heartbeat too. What the run says already is not
 * written again, so that a check costs a read.
 */
async function waitUntil(deps: LeasedDeps, work: LeasedWork, run: OperationRun, wait: GroupWait): Promise<WorkOutcome> {
  const nowMs = deps.clock.nowMs();
  if (!isReported(deps, run, { group: work.group, ...wait })) {
    const waiting = { group: work.group, ...wait };
    const answer = await deps.stores.runs.heartbeat(run, { at: isoTime(nowMs), waiting });
    const stop = stopReason(answer);
    if (stop) return stop;
  }
  return busyUntil(deps, run, wait);
}

/** Whether the run says so until after the next check, and has had a heartbeat not long ago. */
function isReported({ clock, limits }: LeasedDeps, run: OperationRun, wait: GroupWait & { group: string }): boolean {
  const nextCheckMs = clock.nowMs() + runTypeOf(run).heartbeatMs;
  const { waiting } = run.progress[wait.group] ?? noProgress;
  if (waiting?.reason !== wait.reason) return false;
  if (waiting.until !== wait.until && Date.parse(waiting.until) <= nextCheckMs) return false;
  return run.heartbeatAt !== null && nextCheckMs - Date.parse(run.heartbeatAt) <= limits.leaseMs;
}

/** Looked at again after a heartbeat interval at the latest, however long the wait is: somebody may cancel. */
function busyUntil({ clock }: LeasedDeps, run: OperationRun, { until }: GroupWait): WorkOutcome {
  const nextCheckMs = clock.nowMs() + runTypeOf(run).heartbeatMs;
  return { kind: "busy", until: isoTime(Math.min(Date.parse(until), nextCheckMs)) };
}
