import { isoTime } from "../../domain/clock/clock.ts";
import { type Counts, noCounts, sumCounts } from "../../domain/counts/counts.ts";
import type { Throttling } from "../../domain/graph/graph-client.ts";
import type { KnownObjects } from "../../domain/inventory/repository.ts";
import type { GroupWork } from "../../domain/observation/steps.ts";
import { type GroupProgress, type GroupWait, noProgress } from "../../domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { WorkOutcome } from "../../domain/operation-run/work.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { type LeasedDeps, type LeasedTask, workUnderLease } from "../run/work-under-lease.ts";

export type ObserveGroupDeps = LeasedDeps & {
  readonly stores: TenantStores;
  /** How Graph limits the requests of the group by this activity. */
  readonly throttling: () => Throttling;
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
export function observeGroup(deps: ObserveGroupDeps, work: GroupWork): Promise<WorkOutcome> {
  return workUnderLease(deps, work, (run) => openGroup(deps, work, run));
}

async function openGroup(deps: ObserveGroupDeps, work: GroupWork, run: OperationRun): Promise<LeasedTask> {
  const done = await countsSoFar(deps, work);
  const left = work.types.filter((type) => !done.has(type));
  const before = run.progress[work.group] ?? noProgress;
  // The plan says of objects that others name that they have no list whose end is waited for: their total is never unknown.
  const unread = before.total === 0 ? { ...noCounts, total: 0 } : noCounts;
  const counts = new Map(work.types.map((type) => [type, done.get(type) ?? unread]));
  return {
    progress: makeProgress(deps, before, () => sumCounts([...counts.values()])),
    perform: async (signal) => {
      // Asked once for all types of the group: most tenants have no objects of most types.
      const known = await deps.stores.inventory.knownOf(left);
      const onCounts = (type: string, now: Counts) => void counts.set(type, now);
      await allOrStop(deps.byCollection(left), signal, (types, signalOfTypes) =>
        deps.observeParts({ run, work, types, known, signal: signalOfTypes, onCounts }),
      );
    },
  };
}

/** What a heartbeat tells of the group; what an activity before this one met and spent is counted on. */
function makeProgress(
  { clock, throttling }: ObserveGroupDeps,
  before: GroupProgress,
  counts: () => Counts,
): () => GroupProgress {
  return () => {
    const { heldUntilMs, pacedUntilMs, ...now } = throttling();
    return {
      ...counts(),
      asked: before.asked + now.asked,
      throttled: before.throttled + now.throttled,
      retried: before.retried + now.retried,
      waiting: waitOf({ heldUntilMs, pacedUntilMs }, clock.nowMs()),
    };
  };
}

function waitOf(
  { heldUntilMs, pacedUntilMs }: Pick<Throttling, "heldUntilMs" | "pacedUntilMs">,
  nowMs: number,
): GroupWait | null {
  if (heldUntilMs > nowMs) return { reason: "throttled", until: isoTime(heldUntilMs) };
  return pacedUntilMs > nowMs ? { reason: "paced", until: isoTime(pacedUntilMs) } : null;
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
