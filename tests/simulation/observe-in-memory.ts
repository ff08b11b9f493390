import { isoTime } from "../../src/domain/clock/clock.ts";
import type { Counts } from "../../src/domain/counts/counts.ts";
import { Fault } from "../../src/domain/error/fault.ts";
import type { Part } from "../../src/domain/observation/part.ts";
import type { GroupWork } from "../../src/domain/observation/steps.ts";
import type { WorkOutcome } from "../../src/domain/operation-run/work.ts";
import type { TenantStores } from "../../src/domain/store/tenant-stores.ts";
import type { Owner, World } from "./world.ts";

// A tenth of the reads meets what Graph does to everybody at times.
const troubleChance = 0.1;
const longestThrottleMs = 40_000;

/**
 * The reading of a service group, reduced to what the lifecycle sees of it: signs of life, parts, throttling, failures,
 * a request to cancel. What is read differs each time, so that parts of two attempts cannot be confused unseen.
 */
export async function observeInMemory(
  world: World,
  owner: Owner,
  stores: Pick<TenantStores, "runs" | "parts">,
  work: GroupWork,
): Promise<WorkOutcome> {
  for (const type of work.types) {
    const beat = await stores.runs.heartbeat({ id: work.runId, attempt: work.attempt }, { at: isoTime(world.nowMs()) });
    if (beat === "moved_on") return { kind: "ended" };
    if (beat.cancelRequestedAt !== null) return { kind: "cancelled" };
    if (world.random.chance(troubleChance)) await world.pause(owner, world.random.below(longestThrottleMs));
    if (world.random.chance(troubleChance)) throw new Fault("graph_unavailable", "Graph did not answer.");
    await stores.parts.create(aPart(world, work, type));
  }
  return { kind: "done" };
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
