import { createHash } from "node:crypto";
import type { OperationRun } from "../operation-run/operation-run.ts";
import type { TenantId } from "../tenant/tenant-scope.ts";

/**
 * The id of the run that a fleet run creates for a tenant: always the same, so that a step which is repeated after a
 * crash finds the child, also when it has ended (runs.md 10). In form like every run's id.
 */
export function childIdOf(parentRunId: string, tenantId: TenantId): string {
  const digest = createHash("sha256").update(`${parentRunId}\n${tenantId}`).digest("hex");
  return BigInt(`0x${digest}`).toString(36).padStart(26, "0").slice(-26);
}

/** The fleet run that created this run, or null. Only fleets start runs in the system's name. */
export function parentOf({ initiator }: Pick<OperationRun, "initiator">): string | null {
  return initiator.kind === "system" ? initiator.id : null;
}
