import type { AuditEntry } from "../../src/domain/audit/audit-entry.ts";
import type { TenantId } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { operator } from "./a-run.ts";

/** An owner's change of a tenant's switches. */
export function anAuditEntry(tenantId: TenantId, given: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: "audit-1",
    tenantId,
    actor: operator,
    action: "setting.changed",
    target: "capabilities",
    before: null,
    after: null,
    at: "2026-03-01T08:00:00.000Z",
    ...given,
  };
}
