import type { Clock } from "../../src/domain/clock/clock.ts";
import type { Counts } from "../../src/domain/counts/counts.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import { GraphBackOff } from "../../src/domain/graph/graph-back-off.ts";
import type { GroupWork } from "../../src/domain/observation/steps.ts";
import { typeResults } from "../../src/domain/observation/type-results.ts";
import { noProgress } from "../../src/domain/operation-run/group-progress.ts";
import type { WorkOutcome } from "../../src/domain/operation-run/work.ts";
import type { TenantStores } from "../../src/domain/store/tenant-stores.ts";
import type { ReadType } from "../../src/use-cases/observation/observe-types.ts";
import { openPart } from "../../src/use-cases/observation/open-part.ts";
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
  deps: LeasedDeps & { readonly stores: Pick<TenantStores, "parts" | "staging"> },
  work: GroupWork,
): Promise<WorkOutcome> {
  return workUnderLease(deps, work, async () => {
    const seen = await deps.stores.parts.ofGroup(work.runId, work.attempt, work.group);
    const done = new Set(typeResults(seen).map(({ type }) => type));
    // No two readings take the same time, so no two manifests are the same.
    const clock = { ...deps.clock, nowMs: () => world.nowMs() + world.random.below(2 ** 30) };
    const part = openPart({ ...deps, clock, takeRequests: () => 1 }, work, seen.length);
    return {
      progress: () => noProgress,
      perform: async (signal) => {
        try {
          for (const type of work.types.filter((each) => !done.has(each))) {
            signal.throwIfAborted();
            if (world.random.chance(troubleChance)) await throttled(world, deps.clock, signal);
            if (world.random.chance(troubleChance)) throw new Fault("graph_unavailable", "Graph did not answer.");
            part.add([aReadType(world, type)]);
          }
        } catch (error) {
          await part.leaveEarly(error);
          throw error;
        }
        await part.leave({ ended: noProgress });
      },
    };
  });
}

/** Waits for Graph in its place, or gives that back. */
function throttled(world: World, clock: Clock, signal: AbortSignal): Promise<void> {
  const ms = world.random.below(longestThrottleMs);
  if (world.random.chance(0.5)) throw new GraphBackOff(world.nowMs() + ms);
  return clock.pause(ms, signal);
}

function aReadType(world: World, type: string): ReadType {
  const isGap = world.random.chance(troubleChance);
  const gap = { state: "incomplete", code: "graph_forbidden", message: "No permission." } as const;
  const typeState = isGap ? gap : ({ state: "complete" } as const);
  const result = { type, typeState, counts: countsOf(world, isGap), failures: [] };
  return { result, lines: [], objectsAdded: 0, bytesAdded: 0 };
}

function countsOf(world: World, isGap: boolean): Counts {
  if (isGap) return { total: 0, processed: 0, succeeded: 0, failed: 0, skipped: 0, gaps: 1 };
  const succeeded = world.random.below(20);
  const failed = world.random.chance(troubleChance) ? 1 + world.random.below(3) : 0;
  return { total: succeeded + failed, processed: succeeded + failed, succeeded, failed, skipped: 0, gaps: 0 };
}
