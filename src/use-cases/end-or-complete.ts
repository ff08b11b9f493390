import type { Ending } from "../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../domain/operation-run/operation-run.ts";
import { deriveOutcome } from "../domain/operation-run/outcome.ts";
import { type Snapshot, snapshotIdOf } from "../domain/snapshot/snapshot.ts";
import type { TenantScope } from "../domain/tenant/tenant-scope.ts";
import { type EndDeps, endRun } from "./end-run.ts";

/**
 * Ends a run whatever stopped it, but never against the evidence: when its snapshot was sealed, the run completes from
 * that (runs.md 7).
 */
export async function endOrComplete(
  deps: EndDeps,
  scope: TenantScope,
  run: OperationRun,
  ending: Ending,
): Promise<OperationRun | "moved_on"> {
  const sealed = await deps.storesOf(scope).snapshots.read(snapshotIdOf(run.id));
  return endRun(deps, scope, run, sealed ? endingFromSnapshot(sealed) : ending);
}

export function endingFromSnapshot(snapshot: Snapshot): Ending {
  return {
    outcome: deriveOutcome(snapshot.counts),
    counts: snapshot.counts,
    failures: snapshot.gaps.map(({ type, code, message }) => ({ code, message, target: type, count: 1 })),
    result: { snapshotId: snapshot.id },
  };
}
