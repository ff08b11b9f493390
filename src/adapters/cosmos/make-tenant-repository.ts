import type { Container, OperationInput } from "@azure/cosmos";
import { z } from "zod";
import type { AuditEntry } from "../../domain/audit/audit-entry.ts";
import type { FirstOwner, MemberChange, TenantChange, TenantRepository } from "../../domain/tenant/repository.ts";
import { type Tenant, tenantSchema } from "../../domain/tenant/tenant.ts";
import { refusalOf } from "../../domain/tenant/tenant-life.ts";
import type { TenantId, TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { auditOperation } from "./audit-document.ts";
import { runBatch } from "./batch.ts";
import { parseDocument, toDocument } from "./document.ts";
import { listMembers, membershipDocumentId, membershipsOf } from "./memberships.ts";
import { setAt } from "./patch.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { createOf, notificationOperation, type RecordRetention } from "./record-operations.ts";
import { readSwitches, replaceSwitches } from "./tenant-switches.ts";

export const tenantDocumentId = "tenant";

// The platform's switch has no state, and what else a tenant has must not stand in the way of this.
const parseSwitch = parseDocument(
  z.object({ paused: z.boolean(), state: tenantSchema.shape.state.optional().default("active") }),
);
const parseTenant = parseDocument(tenantSchema);

/** The tenant itself and who is a member of it. */
export function makeTenantRepository(
  container: Container,
  { tenantId }: TenantScope,
  retention: RecordRetention,
  reportUnreadable: ReportUnreadable,
): TenantRepository {
  return {
    read: async () => (await readDocument(container, tenantId, tenantDocumentId, parseTenant))?.value,
    readVersion: async () => {
      const known = await readDocument(container, tenantId, tenantDocumentId, parseTenant);
      return known && { tenant: known.value, version: known.etag };
    },
    create: (tenant, owner, audit) => createTenant(container, tenant, owner, audit),
    change: (change) => changeTenant(container, tenantId, change),
    graphStop: async () => {
      const known = await readDocument(container, tenantId, graphSwitchId(tenantId), parseSwitch);
      return known ? (refusalOf(known.value) ?? (known.value.paused ? "tenant_paused" : null)) : null;
    },
    setGraphPaused: (paused, audit) => setGraphPaused(container, tenantId, paused, audit),
    switches: () => readSwitches(container, tenantId),
    replaceSwitches: (change) => replaceSwitches(container, tenantId, change),
    changeMember: (change) => changeMember(container, tenantId, change, retention),
    membershipsOf: (principalIds) => membershipsOf(container, tenantId, principalIds, reportUnreadable),
    members: () => listMembers(container, tenantId, reportUnreadable),
  };
}

async function createTenant(container: Container, tenant: Tenant, owner: FirstOwner, audit: AuditEntry) {
  const { tenantId } = tenant;
  const membership = { ...owner, role: "owner" };
  const operations = [
    createOf("tenant", tenantDocumentId, tenantId, tenant),
    createOf("membership", membershipDocumentId(owner.principalId), tenantId, membership),
    auditOperation(audit, tenantId),
  ];
  return (await runBatch(container, tenantId, operations, [409])) === "done" ? "created" : "exists";
}

async function changeTenant(container: Container, tenantId: TenantId, { version, changes, audit }: TenantChange) {
  const operations = Object.entries(changes).map(([name, value]) => setAt(`/${name}`, value));
  const id = tenantDocumentId;
  const change: OperationInput = { operationType: "Patch", id, resourceBody: { operations }, ifMatch: version };
  const recording = auditOperation(audit, tenantId);
  const answer = await runBatch(container, tenantId, [change, recording], [404, 412]);
  return answer === "done" ? "changed" : "moved_on";
}

// What a transaction takes beside the mark, the member and the entry (azure-services.md 1).
const mostToldAtOnce = 97;
const writesAtOnce = 16;

async function changeMember(
  container: Container,
  tenantId: TenantId,
  { version, principalId, member, audit, told }: MemberChange,
  retention: RecordRetention,
) {
  const id = membershipDocumentId(principalId);
  const mark: OperationInput = {
    operationType: "Patch",
    id: tenantDocumentId,
    resourceBody: { operations: [setAt("/membersChangedAt", audit.at)] },
    ifMatch: version,
  };
  const writing: OperationInput = member
    ? { operationType: "Upsert", resourceBody: toDocument("membership", id, tenantId, member) as never }
    : { operationType: "Delete", id };
  const telling = told.map((each) => notificationOperation(each, tenantId, retention));
  // So many that they are no transaction: told before it, once.
  await mapAtOnce(telling.slice(mostToldAtOnce), writesAtOnce, ({ resourceBody }) =>
    createDocument(container, resourceBody),
  );
  const operations = [mark, writing, auditOperation(audit, tenantId), ...telling.slice(0, mostToldAtOnce)];
  const answer = await runBatch(container, tenantId, operations, [404, 412]);
  return answer === "done" ? "changed" : "moved_on";
}

/** A tenant says itself whether it is paused; for the platform a setting does. */
function graphSwitchId(tenantId: string): string {
  return tenantId === "platform" ? "setting-graph" : tenantDocumentId;
}

async function setGraphPaused(container: Container, tenantId: string, paused: boolean, audit: AuditEntry) {
  const id = graphSwitchId(tenantId);
  if (tenantId === "platform") {
    await createDocument(container, toDocument("setting", id, tenantId, { paused: false }));
  }
  const condition = `FROM c WHERE c.paused = ${!paused}`;
  const resourceBody = { condition, operations: [setAt("/paused", paused)] };
  const change: OperationInput = { operationType: "Patch", id, resourceBody };
  // 412: it is so already, and 404: there is no such tenant; either way there is nothing to publish.
  await runBatch(container, tenantId, [change, auditOperation(audit, tenantId)], [404, 412]);
}
