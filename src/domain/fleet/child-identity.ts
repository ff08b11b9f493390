import { derivedId } from "../identity/derived-id.ts";
import type { TenantId } from "../tenant-scope/tenant-scope.ts";

/**
 * The id of the run that a fleet run creates for a tenant: always the same, so that a step which is repeated after a
 * crash finds the child, also when it has ended (runs.md 10).
 */
export function childIdOf(parentRunId: string, tenantId: TenantId): string {
  return derivedId(parentRunId, tenantId);
}
