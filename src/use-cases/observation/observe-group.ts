import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { type Counts, noCounts, sumCounts } from "../../domain/counts/counts.ts";
import { toFault } from "../../domain/error/fault.ts";
import { toFailure } from "../../domain/failure/failure.ts";
import { nothingSpent, type Throttling } from "../../domain/graph/graph-client.ts";
import { GraphHeldUp } from "../../domain/graph/graph-held-up.ts";
import type { KnownObjects } from "../../domain/inventory/repository.ts";
import type { GroupOutcome, GroupWork } from "../../domain/observation/steps.ts";
import type { GroupProgress, GroupWait } from "../../domain/operation-run/group-progress.ts";
import { heldBy } from "../../domain/operation-run/held-attempt.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunLimits } from "../../domain/operation-run/run-limits.ts";
import { runTypes } from "../../domain/operation-run/run-type.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { endOf, keepAlive, RunCannotGoOn, WorkStopped } from "../run/keep-alive.ts";

export type ObserveGroupDeps = {
  readonly stores: TenantStores;
  readonly clock: Clock;
  readonly limits: RunLimits;
  readonly newId: () => string;
  /** How Graph limits the requests of the group by this activity. */
  readonly throttling?: () => Throttling;
  /** Whether somebody stopped all requests to Microsoft Graph, for this tenant or for all. */
  readonly isPaused?: () => Promise<boolean>;
  /** Sorts types: those that are read from one listing together. */
  readonly byCollection: (types: readonly string[]) => readonly (readonly string[])[];
  /** Reads object types of one collection and leaves the part of each behind. */
  readonly observeParts: (request: PartsRequest) => Promise<void>;
};

export type PartsRequest = {
  readonly run: OperationRun;
  readonly work: GroupWork;
  readonly types: readonly string[];
  /** What the inventory knew of these and other types when the work began. */
  readonly known: KnownObjects;
  readonly signal: AbortSignal;
  /** Told whenever the counts of a type change. */
  readonly onCounts: (type: string, counts: Counts) => void;
};

/**
 * Reads all wanted object types of one service group, as the only one that reads this group of the tenant (runs.md 5).
 * Safe to repeat: types that have their part already are not read again.
 */
export async function observeGroup(deps: ObserveGroupDeps, work: GroupWork): Promise<GroupOutcome> {
  const { runs, leases } = deps.stores;
  const run = heldBy(await runs.read(work.runId), work.attempt);
  if (!run) return { kind: "ended" };
  const end = endOf(run);
  if (end) return { kind: "stop", failure: end };
  if (run.cancelRequestedAt !== null) return { kind: "cancelled" };
  if (await deps.isPaused?.()) return waitForGraph(deps, work);
  const nowMs = deps.clock.nowMs();
  const held = run.progress[work.group]?.waiting;
  // Whoever found out may be another process, which is gone by now.
  if (held?.reason === "throttled" && Date.parse(held.until) > nowMs) return waitUntil(deps, work, held);
  const lease = { group: work.group, runId: run.id, attempt: run.attempt, holder: deps.newId() };
  const answer = await leases.acquire({ ...lease, expiresAt: isoTime(nowMs + deps.limits.leaseMs) }, isoTime(nowMs));
  if (answer.kind === "busy") return waitUntil(deps, work, { reason: "busy", until: answer.until });
  try {
    return await observeTypes(deps, work, run, lease);
  } finally {
    // A lease that cannot be given back ends by itself; what the work found out counts more.
    await leases.release(work.group, lease.holder).catch(() => undefined);
  }
}

/** Somebody paused Graph: looks again when a lease would have ended. */
function waitForGraph(deps: ObserveGroupDeps, work: GroupWork): Promise<GroupOutcome> {
  return waitUntil(deps, work, { reason: "paused", until: isoTime(deps.clock.nowMs() + deps.limits.leaseMs) });
}

/**
 * Says why the group does not go on, and until when. It is looked at again after a lease's time at the latest, however
 * long the wait is: waiting is a sign of life too, and somebody may cancel.
 */
async function waitUntil(deps: ObserveGroupDeps, work: GroupWork, wait: GroupWait): Promise<GroupOutcome> {
  const nowMs = deps.clock.nowMs();
  const beat = { at: isoTime(nowMs), waiting: { group: work.group, ...wait } };
  await deps.stores.runs.heartbeat({ id: work.runId, attempt: work.attempt }, beat);
  return { kind: "busy", until: isoTime(Math.min(Date.parse(wait.until), nowMs + deps.limits.leaseMs)) };
}

async function observeTypes(
  deps: ObserveGroupDeps,
  work: GroupWork,
  run: OperationRun,
  lease: { group: string; runId: string; attempt: number; holder: string },
): Promise<GroupOutcome> {
  const done = await countsSoFar(deps, work);
  const left = work.types.filter((type) => !done.has(type));
  // The plan says of objects that others name that they have no list whose end is waited for: their total is never unknown.
  const unread = run.progress[work.group]?.total === 0 ? { ...noCounts, total: 0 } : noCounts;
  const counts = new Map(work.types.map((type) => [type, done.get(type) ?? unread]));
  const progress = makeProgress(deps, run.progress[work.group], () => sumCounts([...counts.values()]));
  // Also after trouble: what was spent of the run's budget is not to be spent again.
  const tell = (now: GroupProgress) =>
    deps.stores.runs.heartbeat(run, { at: isoTime(deps.clock.nowMs()), group: { name: work.group, progress: now } });
  try {
    const { heartbeatMs: everyMs } = runTypes[run.type];
    await keepAlive(deps, { work, lease, progress, everyMs }, async (signal) => {
      // Asked once for all types of the group: most tenants have no objects of most types.
      const known = await deps.stores.inventory.knownOf(left);
      const onCounts = (type: string, now: Counts) => void counts.set(type, now);
      await allOrStop(deps.byCollection(left), signal, (types, signalOfTypes) =>
        deps.observeParts({ run, work, types, known, signal: signalOfTypes, onCounts }),
      );
    });
  } catch (error) {
    await tell({ ...progress(), waiting: null });
    return outcomeOfTrouble(deps, work, error);
  }
  await tell({ ...progress(), waiting: null });
  return { kind: "done" };
}

/** What a sign of life tells of the group; what an activity before this one met and spent is counted on. */
function makeProgress(
  { clock, throttling }: ObserveGroupDeps,
  before: GroupProgress | undefined,
  counts: () => Counts,
): () => GroupProgress {
  return () => {
    const { heldUntilMs, ...now } = throttling?.() ?? { ...nothingSpent, heldUntilMs: 0 };
    const isHeld = heldUntilMs > clock.nowMs();
    return {
      ...counts(),
      asked: (before?.asked ?? 0) + now.asked,
      throttled: (before?.throttled ?? 0) + now.throttled,
      retried: (before?.retried ?? 0) + now.retried,
      waiting: isHeld ? { reason: "throttled", until: isoTime(heldUntilMs) } : null,
    };
  };
}

/** Counts of the types that have their part already. */
async function countsSoFar({ stores }: ObserveGroupDeps, work: GroupWork): Promise<Map<string, Counts>> {
  const parts = await stores.parts.ofAttempt(work.runId, work.attempt);
  return new Map(parts.map((part) => [part.type, part.counts]));
}

/** Runs all at once; the first that fails stops the others, and its error is the one that counts. */
async function allOrStop<T>(
  works: readonly T[],
  outer: AbortSignal,
  run: (work: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  const results = await Promise.allSettled(
    works.map((work) =>
      run(work, signal).catch((error: unknown) => {
        stop.abort(error);
        throw error;
      }),
    ),
  );
  // Whatever made the signals abort came first; a step that only noticed the abort is not the reason.
  if (outer.aborted) throw outer.reason;
  if (stop.signal.aborted) throw stop.signal.reason;
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

/** What helps to try again is thrown, so that the engine does; what does not is an answer. */
async function outcomeOfTrouble(deps: ObserveGroupDeps, work: GroupWork, error: unknown): Promise<GroupOutcome> {
  if (error instanceof WorkStopped) {
    if (error.reason === "paused") return waitForGraph(deps, work);
    if (error.reason !== "lease_lost") return { kind: error.reason };
    const until = isoTime(deps.clock.nowMs() + deps.limits.leaseMs);
    return waitUntil(deps, work, { reason: "busy", until });
  }
  if (error instanceof GraphHeldUp) {
    return waitUntil(deps, work, { reason: "throttled", until: isoTime(error.untilMs) });
  }
  if (error instanceof RunCannotGoOn) return { kind: "stop", failure: error.failure };
  const fault = toFault(error);
  const failure = toFailure(fault, fault.target ?? work.group);
  // The other groups of the run hear of it with their next sign of life.
  await deps.stores.runs.heartbeat(
    { id: work.runId, attempt: work.attempt },
    { at: isoTime(deps.clock.nowMs()), trouble: failure },
  );
  if (!fault.mayRetry) return { kind: "stop", failure };
  throw error;
}
