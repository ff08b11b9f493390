import { CosmosClient } from "@azure/cosmos";
import type { DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import storage from "../../config/storage.json" with { type: "json" };
import { toDocument } from "../../src/adapters/cosmos/document.ts";
import { tenantDocumentId } from "../../src/adapters/cosmos/make-tenant-repository.ts";
import { membershipDocumentId } from "../../src/adapters/cosmos/memberships.ts";
import { demoGroup, demoUsers } from "./demo-directory.ts";
import { homeTenantId } from "./identities.ts";

/** Puts the demo tenants and their members into the product's database; what is there already stays as it is. */
export async function seedProduct(cosmos: { endpoint: string; key: string }, tenants: readonly DirectoryTenant[]) {
  const client = new CosmosClient({ endpoint: cosmos.endpoint, key: cosmos.key });
  const container = client.database(storage.database).container("tenantData");
  const create = async (document: object): Promise<void> => {
    await container.items.create(document).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === 409)) throw error;
    });
  };
  try {
    for (const tenant of tenants) for (const document of documentsOf(tenant)) await create(document);
  } finally {
    client.dispose();
  }
}

function documentsOf({ id, name }: DirectoryTenant): object[] {
  const tenant = { tenantId: id, name, timeZone: "Europe/Berlin", state: "active", stateReason: null, paused: false };
  const members = demoUsers.flatMap(({ id: principalId, name: user, role }) => {
    const member = { principalId, principalKind: "user", name: `Demo ${user}`, homeTenantId, role };
    return role ? [toDocument("membership", membershipDocumentId(principalId), id, member)] : [];
  });
  const { id: groupId, name: groupName, role } = demoGroup;
  const group = { principalId: groupId, principalKind: "group", name: groupName, homeTenantId, role };
  const ofGroup = toDocument("membership", membershipDocumentId(groupId), id, group);
  return [toDocument("tenant", tenantDocumentId, id, tenant), ...members, ofGroup];
}
