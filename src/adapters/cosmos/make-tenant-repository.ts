import type { Container, OperationInput } from "@azure/cosmos";
import { z } from "zod";
import type { AuditEntry } from "../../domain/audit/audit-entry.ts";
import type { TenantRepository } from "../../domain/tenant/repository.ts";
import { membershipSchema, tenantSchema } from "../../domain/tenant/tenant.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { runBatch } from "./batch.ts";
import { parseDocument, readable, toDocument } from "./document.ts";
import { setAt } from "./patch.ts";
import { queryAll } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";
import { createOf } from "./record-operations.ts";
import { readSwitches, replaceSwitches } from "./tenant-switches.ts";
import { callCosmos } from "./translate-error.ts";

export const tenantDocumentId = "tenant";

export function membershipDocumentId(principalId: string): string {
  return `membership-${principalId}`;
}

const parseSwitch = parseDocument(z.looseObject({ paused: z.boolean() }));
const parseTenant = parseDocument(tenantSchema);
const parseMembership = parseDocument(membershipSchema);

/** The tenant itself and who is a member of it. */
export function makeTenantRepository(
  container: Container,
  { tenantId }: TenantScope,
  reportUnreadable: ReportUnreadable,
): TenantRepository {
  return {
    read: async () => (await readDocument(container, tenantId, tenantDocumentId, parseTenant))?.value,
    setState: async (state, stateReason) => {
      const known = await readDocument(container, tenantId, tenantDocumentId, parseTenant);
      if (!known || (known.value.state === state && known.value.stateReason === stateReason)) return;
      // Only a newer version knows what it means, and when it ends.
      if (known.value.state === "unknown") return;
      const operations = [setAt("/state", state), setAt("/stateReason", stateReason)];
      await callCosmos(() => container.item(tenantDocumentId, tenantId).patch({ operations }), [404]);
    },
    isGraphPaused: async () => {
      const switchId = graphSwitchId(tenantId);
      return (await readDocument(container, tenantId, switchId, parseSwitch))?.value.paused ?? false;
    },
    setGraphPaused: (paused, audit) => setGraphPaused(container, tenantId, paused, audit),
    switches: () => readSwitches(container, tenantId),
    replaceSwitches: (change) => replaceSwitches(container, tenantId, change),
    membershipOf: async (principalId) => {
      const id = membershipDocumentId(principalId);
      return (await readDocument(container, tenantId, id, parseMembership))?.value;
    },
    members: () => {
      const query = "SELECT * FROM c WHERE c.kind = 'membership'";
      return queryAll(container, tenantId, { query }, readable(parseMembership, reportUnreadable));
    },
  };
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
  await runBatch(container, tenantId, [change, createOf("audit", audit.id, tenantId, audit)], [404, 412]);
}
