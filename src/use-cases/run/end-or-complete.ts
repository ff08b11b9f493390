import { isoTime } from "../../domain/clock/clock.ts";
import type { Ending } from "../../domain/operation-run/lifecycle.ts";
import type { Initiator, OperationRun } from "../../domain/operation-run/operation-run.ts";
import { deriveOutcome } from "../../domain/operation-run/outcome.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { RunTypeDeclaration } from "../../domain/operation-run/run-type-declaration.ts";
import { type Snapshot, snapshotIdOf } from "../../domain/snapshot/snapshot.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { fleetEnding } from "../fleet/fleet-ending.ts";
import { type EndDeps, endRun } from "./end-run.ts";

/**
 * Ends a run whatever stopped it, but never against the evidence: when its snapshot was sealed, the run completes from
 * that, and when not, it never will be (runs.md 7).
 */
export async function endOrComplete(
  deps: EndDeps,
  scope: TenantScope,
  run: OperationRun,
  ending: Ending,
  from?: readonly OperationRun["status"][],
  actor?: Initiator,
): Promise<OperationRun | "moved_on"> {
  return endRun(deps, scope, run, await evidence[runTypeOf(run).endsFrom](deps, scope, run, ending), from, actor);
}

type Evidence = (deps: EndDeps, scope: TenantScope, run: OperationRun, ending: Ending) => Promise<Ending>;

/** What a run really came to, by what its type says that it ends from. */
const evidence: Readonly<Record<RunTypeDeclaration["endsFrom"], Evidence>> = {
  parts: async (_deps, _scope, _run, ending) => ending,
  step: async (_deps, _scope, _run, ending) => ending,
  links: fleetEnding,
  snapshot: async (deps, scope, run, ending) => {
    const sealed = await sealedBefore(deps, scope, run);
    return sealed ? endingFromSnapshot(sealed) : ending;
  },
};

/**
 * Reading alone would not do: a worker may seal between our look and our end. Nobody has worked on a run whose first
 * attempt is still queued.
 */
async function sealedBefore(deps: EndDeps, scope: TenantScope, run: OperationRun): Promise<Snapshot | undefined> {
  if (run.status === "queued" && run.attempt === 1) return undefined;
  return deps.storesFor(scope).snapshots.abandon(snapshotIdOf(run.id), isoTime(deps.clock.nowMs()));
}

export function endingFromSnapshot(snapshot: Snapshot): Ending {
  return {
    outcome: deriveOutcome(snapshot.counts),
    counts: snapshot.counts,
    failures: snapshot.gaps.map(({ type, code, message }) => ({ code, message, target: type, count: 1 })),
    result: { snapshotId: snapshot.id },
  };
}
