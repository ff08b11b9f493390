import { isoTime } from "../../domain/clock/clock.ts";
import { type Counts, noCounts, sumCounts } from "../../domain/counts/counts.ts";
import type { Throttling } from "../../domain/graph/graph-client.ts";
import type { GroupWork } from "../../domain/observation/steps.ts";
import { typeResults } from "../../domain/observation/type-results.ts";
import { type GroupProgress, type GroupWait, noProgress } from "../../domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { WorkOutcome } from "../../domain/operation-run/work.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { type LeasedDeps, type LeasedTask, workUnderLease } from "../run/work-under-lease.ts";
import type { ReadType, TypesRequest } from "./observe-types.ts";
import { openPart } from "./open-part.ts";

export type ObserveGroupDeps = LeasedDeps & {
  readonly stores: TenantStores;
  /** How Graph limits the requests of the group by this activity. */
  readonly throttling: () => Throttling;
  /** Sorts types: those that are read from one listing together. */
  readonly byCollection: (types: readonly string[]) => readonly (readonly string[])[];
  /** Reads object types of one collection. */
  readonly observeTypes: (request: TypesRequest) => Promise<readonly ReadType[]>;
  /** Requests to Graph since the last call. */
  readonly takeRequests: () => number;
};

/**
 * Reads all requested object types of one service group, as the only one that reads this group of the tenant (runs.md 5).
 * Leaves one part behind, of the types that it finished, also when it ends early. Safe to repeat: types that are in a
 * part already are not read again.
 */
export function observeGroup(deps: ObserveGroupDeps, work: GroupWork): Promise<WorkOutcome> {
  return workUnderLease(deps, work, (run) => openGroup(deps, work, run));
}

async function openGroup(deps: ObserveGroupDeps, work: GroupWork, run: OperationRun): Promise<LeasedTask> {
  const parts = await deps.stores.parts.ofGroup(work.runId, work.attempt, work.group);
  const done = new Map(typeResults(parts).map(({ type, counts }) => [type, counts]));
  const left = work.types.filter((type) => !done.has(type));
  const before = run.progress[work.group] ?? noProgress;
  // The plan says of objects that others name that they have no list whose end is waited for: their total is never unknown.
  const unread = before.total === 0 ? { ...noCounts, total: 0 } : noCounts;
  const counts = new Map(work.types.map((type) => [type, done.get(type) ?? unread]));
  const progress = makeProgress(deps, before, () => sumCounts([...counts.values()]));
  const part = openPart(deps, work, parts.length);
  return {
    progress,
    perform: async (signal) => {
      // Asked once for all types of the group: most tenants have no objects of most types.
      const known = await deps.stores.inventory.knownOf(left);
      const onCounts = (type: string, now: Counts) => void counts.set(type, now);
      try {
        await allOrStop(deps.byCollection(left), signal, async (types, signalOfTypes) =>
          part.add(await deps.observeTypes({ run, types, known, signal: signalOfTypes, onCounts })),
        );
      } catch (error) {
        await part.leaveEarly(error);
        throw error;
      }
      await part.leave({ ended: { ...progress(), waiting: null } });
    },
  };
}

/** What a heartbeat reports of the group; counts go on from those of the activity before this one. */
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
