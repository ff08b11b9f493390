import type { Container } from "@azure/cosmos";
import type { TenantRepository } from "../../domain/tenant/repository.ts";
import { membershipSchema, tenantSchema } from "../../domain/tenant/tenant.ts";
import type { TenantScope } from "../../domain/tenant/tenant-scope.ts";
import { parseDocument } from "./document.ts";
import { setAt } from "./patch.ts";
import { queryAll } from "./query-page.ts";
import { readDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

export const tenantDocumentId = "tenant";

export function membershipDocumentId(principalId: string): string {
  return `membership-${principalId}`;
}

const parseTenant = parseDocument(tenantSchema);
const parseMembership = parseDocument(membershipSchema);

/** The tenant itself and who is a member of it. */
export function makeTenantRepository(container: Container, { tenantId }: TenantScope): TenantRepository {
  return {
    read: async () => (await readDocument(container, tenantId, tenantDocumentId, parseTenant))?.value,
    setState: async (state, stateReason) => {
      const known = await readDocument(container, tenantId, tenantDocumentId, parseTenant);
      if (!known || (known.value.state === state && known.value.stateReason === stateReason)) return;
      const operations = [setAt("/state", state), setAt("/stateReason", stateReason)];
      await callCosmos(() => container.item(tenantDocumentId, tenantId).patch({ operations }), [404]);
    },
    membershipOf: async (principalId) => {
      const id = membershipDocumentId(principalId);
      return (await readDocument(container, tenantId, id, parseMembership))?.value;
    },
    members: () => {
      const query = "SELECT * FROM c WHERE c.kind = 'membership'";
      return queryAll(container, tenantId, { query }, parseMembership);
    },
  };
}
