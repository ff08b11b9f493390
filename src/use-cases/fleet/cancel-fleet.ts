import type { Initiator, OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { cancelOperation } from "../run/cancel-operation.ts";
import type { EndDeps } from "../run/end-run.ts";
import { cancelChildren } from "./cancel-children.ts";

/**
 * Cancels a fleet run as every run is cancelled. One that waits for its next attempt has no worker that would cancel its
 * children, so they are cancelled here. Fault `already_completed` when the run has ended.
 */
export async function cancelFleet(
  deps: EndDeps,
  scope: TenantScope,
  runId: string,
  actor: Initiator,
): Promise<OperationRun> {
  const run = await cancelOperation(deps, scope, runId, actor);
  if (run.status !== "completed") return run;
  const { error } = await cancelChildren(deps, run);
  if (error) throw error;
  return run;
}
