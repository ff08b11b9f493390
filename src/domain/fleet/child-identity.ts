import { derivedId } from "../identity/derived-id.ts";
import type { OperationRun } from "../operation-run/operation-run.ts";
import type { TenantId } from "../tenant/tenant-scope.ts";

/**
 * The id of the run that a fleet run creates for a tenant: always the same, so that a step which is repeated after a
 * crash finds the child, also when it has ended (runs.md 10).
 */
export function childIdOf(parentRunId: string, tenantId: TenantId): string {
  return derivedId(parentRunId, tenantId);
}

/** The fleet run that created this run, or null. Only fleets start runs in the system's name. */
export function parentOf({ initiator }: Pick<OperationRun, "initiator">): string | null {
  return initiator.kind === "system" ? initiator.id : null;
}
