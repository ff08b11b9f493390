import type { OperationRun } from "./operation-run.ts";

/** The fleet run that created this run, or null. Only fleets start runs in the system's name. */
export function parentOf({ initiator }: Pick<OperationRun, "initiator">): string | null {
  return initiator.kind === "system" ? initiator.id : null;
}
