import type { TokenCredential } from "@azure/identity";
import { retention } from "../../config/retention.ts";
import storage from "../../config/storage.json" with { type: "json" };
import { demoGroup, demoUsers } from "../../local/stack/demo-directory.ts";
import { homeTenantId } from "../../local/stack/identities.ts";
import { seedProduct } from "../../local/stack/seed-product.ts";
import type { Servers } from "../../local/stack/start-servers.ts";
import { toDocument } from "../../src/adapters/cosmos/document.ts";
import { type CosmosContainers, makeCosmos } from "../../src/adapters/cosmos/make-cosmos.ts";
import { makeTenantRepository } from "../../src/adapters/cosmos/make-tenant-repository.ts";
import { membershipDocumentId } from "../../src/adapters/cosmos/memberships.ts";
import { authorise } from "../../src/use-cases/tenant/authorise.ts";

/** Request units that the rights of one authorised read take. */
export type RightsUnits = {
  /** Of a member whose token names no group. */
  readonly own: number;
  /** Of a member by one of ten groups, and of one who is a member itself and by each of the ten. */
  readonly byOneOfTen: number;
  readonly byEachOfTen: number;
};

type Reached = Pick<Servers, "cosmos" | "entra">;

const moreGroups = Array.from({ length: 9 }, (_, index) => `7c1e5d7a-0003-4c3a-8f00-00000000000${index}`);

/** Measures in a tenant of its own, as the http app. */
export async function measureRights(servers: Reached): Promise<RightsUnits> {
  const tenantId = crypto.randomUUID();
  await seedProduct(servers.cosmos, [{ id: tenantId, name: "Measured tenant" }]);
  const { endpoint } = servers.cosmos;
  const cosmos = makeCosmos({ endpoint, database: storage.database, credential: httpIdentity(servers) });
  const unitsOf = (user: string, groups: readonly string[]) => measureOne(servers, cosmos, tenantId, user, groups);
  try {
    const groups = [...moreGroups, demoGroup.id];
    const own = await unitsOf("reader", []);
    const byOneOfTen = await unitsOf("colleague", groups);
    for (const principalId of moreGroups) {
      const member = { principalId, principalKind: "group", name: "Measured group", homeTenantId, role: "reader" };
      const id = membershipDocumentId(principalId);
      await cosmos.tenantData.items.create(toDocument("membership", id, tenantId, member));
    }
    return { own, byOneOfTen, byEachOfTen: await unitsOf("reader", groups) };
  } finally {
    cosmos.dispose();
  }
}

async function measureOne(
  { cosmos: { control } }: Reached,
  { tenantData }: CosmosContainers,
  tenantId: string,
  name: string,
  groups: readonly string[],
): Promise<number> {
  const id = demoUsers.find((user) => user.name === name)?.id ?? "";
  const caller = { kind: "user", id, name, homeTenantId, groups, groupsUnknown: false, platformRoles: [] } as const;
  const unreadable = (what: object): never => {
    throw new Error(`Unreadable: ${JSON.stringify(what)}.`);
  };
  const deps = {
    storesFor: (scope: Parameters<typeof makeTenantRepository>[1]) => ({
      tenant: makeTenantRepository(tenantData, scope, retention, unreadable),
    }),
    firstPlatformTenant: homeTenantId,
  };
  const read = () => authorise(deps, caller, tenantId, { right: "inventory.read" });
  // The first request of a client asks for more than it needs itself.
  await read();
  control.resetCharges();
  await read();
  return control.charges().total.requestUnits;
}

function httpIdentity({ entra }: Reached): TokenCredential {
  return {
    getToken: async () => {
      const { token, expiresAtMs } = await entra.identityToken("http", "https://cosmos.azure.com");
      return { token, expiresOnTimestamp: expiresAtMs };
    },
  };
}
