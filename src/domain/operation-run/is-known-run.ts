import type { OperationRun } from "./operation-run.ts";
import { knownRunType } from "./run-type.ts";

/** Whether this version knows all that decides about a run; one that a newer version knows more of is left to that one. */
export function isKnownRun(run: Pick<OperationRun, "type" | "status" | "initiator">): boolean {
  return run.status !== "unknown" && run.initiator.kind !== "unknown" && knownRunType(run) !== undefined;
}
