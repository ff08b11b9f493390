import { type Clock, isoTime } from "../../src/domain/clock/clock.ts";
import type { Counts } from "../../src/domain/counts/counts.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import { GraphHeldUp } from "../../src/domain/graph/graph-held-up.ts";
import type { Part } from "../../src/domain/observation/part.ts";
import type { GroupWork } from "../../src/domain/observation/steps.ts";
import { noProgress } from "../../src/domain/operation-run/group-progress.ts";
import type { WorkOutcome } from "../../src/domain/operation-run/work.ts";
import type { TenantStores } from "../../src/domain/store/tenant-stores.ts";
import { type LeasedDeps, workUnderLease } from "../../src/use-cases/run/work-under-lease.ts";
import type { World } from "./world.ts";

// A tenth of the reads meets what Graph does to everybody at times.
const troubleChance = 0.1;
const longestThrottleMs = 40_000;

/**
 * The reading of a service group, reduced to what the lifecycle sees of it: parts, throttling and failures, under the
 * product's own lease and heartbeats. What is read differs each time, so that parts of two attempts cannot be confused
 * unseen.
 */
export function observeInMemory(
  world: World,
  deps: LeasedDeps & { readonly stores: Pick<TenantStores, "parts"> },
  work: GroupWork,
): Promise<WorkOutcome> {
  return workUnderLease(deps, work, async () => ({
    progress: () => noProgress,
    perform: async (signal) => {
      for (const type of work.types) {
        signal.throwIfAborted();
        if (world.random.chance(troubleChance)) await throttled(world, deps.clock, signal);
        if (world.random.chance(troubleChance)) throw new Fault("graph_unavailable", "Graph did not answer.");
        await deps.stores.parts.create(aPart(world, work, type));
      }
    },
  }));
}

/** Waits for Graph in its place, or gives that back. */
function throttled(world: World, clock: Clock, signal: AbortSignal): Promise<void> {
  const ms = world.random.below(longestThrottleMs);
  if (world.random.chance(0.5)) throw new GraphHeldUp(world.nowMs() + ms);
  return clock.pause(ms, signal);
}

function aPart(world: World, { runId, attempt, group }: GroupWork, type: string): Part {
  const now = isoTime(world.nowMs());
  // No two readings take the same time, so no two manifests are the same.
  const later = isoTime(world.nowMs() + world.random.below(2 ** 30));
  const isGap = world.random.chance(troubleChance);
  const counts = countsOf(world, isGap);
  return {
    runId,
    attempt,
    type,
    group,
    typeState: isGap
      ? { state: "incomplete", code: "graph_forbidden", message: "No permission." }
      : { state: "complete" },
    counts,
    failures: [],
    staging: "staging/nothing",
    window: { from: now, to: later },
    objectsAdded: 0,
    bytesAdded: 0,
    graphRequests: 1,
  };
}

function countsOf(world: World, isGap: boolean): Counts {
  if (isGap) return { total: 0, processed: 0, succeeded: 0, failed: 0, skipped: 0, gaps: 1 };
  const succeeded = world.random.below(20);
  const failed = world.random.chance(troubleChance) ? 1 + world.random.below(3) : 0;
  return { total: succeeded + failed, processed: succeeded + failed, succeeded, failed, skipped: 0, gaps: 0 };
}
