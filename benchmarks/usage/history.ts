import { randomUUID } from "node:crypto";
import { CosmosClient } from "@azure/cosmos";
import { contracts } from "../../config/graph-contracts/registry.ts";
import storage from "../../config/storage.json" with { type: "json" };
import { demoUsers } from "../../local/stack/demo-directory.ts";
import { toDocument } from "../../src/adapters/cosmos/document.ts";
import { tenantDocumentId } from "../../src/adapters/cosmos/make-tenant-repository.ts";
import { membershipDocumentId } from "../../src/adapters/cosmos/memberships.ts";
import { makeContractIndex } from "../../src/domain/graph/contract-index.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { type ObjectVersion, versionIdOf } from "../../src/domain/version/object-version.ts";
import { indexVersions } from "../../src/use-cases/version/index-versions.ts";
import { startOfTime } from "../../tests/builders/a-clock.ts";
import { policiesOf, sealedNights } from "../../tests/builders/sealed-nights.ts";
import { workerBlobs } from "../../tests/integration/walls/two-tenants.ts";
import { type ServedApp, startHttpApp } from "../../tools/soak/api/http-app-in-process.ts";
import { routeNamed } from "../../tools/soak/walls/route-named.ts";

// What histories of objects use beside the snapshots that they are derived from, in request units.

const objects = 300;
const changed = Math.round(objects * 0.02);
const nights = 20;
const versionsInTenant = 10_000;

/** Request units. */
export type HistoryUsage = {
  /** Versions of a first snapshot, of one in which nothing changed, and of one in which two in a hundred objects did. */
  readonly first: number;
  readonly quiet: number;
  readonly busy: number;
  /** A request for the history of an object, and one for the changes of a day, with the rights that they ask for. */
  readonly history: number;
  readonly day: number;
};

/** In an app in this process, so that what the store counts is what one piece of work did. */
export async function usageOfHistory(): Promise<HistoryUsage> {
  const tenant = { id: randomUUID(), name: "Measured tenant" };
  await using served = await startHttpApp([tenant]);
  const scope = openTenantScope(tenantIdSchema.parse(tenant.id), "run");
  await addTenant(served, scope, tenant.name);
  const stores = { ...served.app.storesFor(scope), blobs: workerBlobs(served, scope) };
  const seal = sealedNights(stores, scope.tenantId);
  const { contractOf } = makeContractIndex(contracts);
  const night = async (value: string): Promise<number> => {
    await seal(policiesOf(objects, changed, value));
    return unitsOf(served, () => indexVersions({ stores, contractOf }));
  };
  const first = await night("0");
  const quiet = await night("0");
  await stores.versions.add(olderVersions());
  const busy = await night("1");
  for (let each = 2; each < nights; each += 1) await night(String(each));
  const ask = (route: string, query: Record<string, string>) =>
    unitsOf(served, async () => {
      const params = { tenantId: tenant.id, type: "settingsCatalog", objectId: "policy-0" };
      const { status, text } = await served.send(routeNamed(route), { params, query }, "owner");
      if (status !== 200) throw new Error(`${route} answered ${status}: ${text}`);
    });
  // The last night alone.
  const from = new Date(Date.parse(startOfTime) + (nights + 1) * 86_400_000).toISOString();
  await ask("listObjectVersions", {});
  return { first, quiet, busy, history: await ask("listObjectVersions", {}), day: await ask("listChanges", { from }) };
}

async function unitsOf({ servers }: ServedApp, work: () => Promise<unknown>): Promise<number> {
  servers.cosmos.control.resetCharges();
  await work();
  return servers.cosmos.control.charges().total.requestUnits;
}

/** What other objects of the tenant were in the years before. */
function olderVersions(): ObjectVersion[] {
  const hashes = { payloadHash: null, payloadVersion: null, configurationHash: null, formId: undefined };
  return Array.from({ length: versionsInTenant }, (_, index) => {
    const ref = { type: "settingsCatalog", objectId: `other-${index % 100}`, snapshotId: `snapshot-before-${index}` };
    const at = new Date(Date.parse(startOfTime) - index * 3_600_000).toISOString();
    return { id: versionIdOf(ref), ...ref, name: "Policy", event: "gone" as const, at, notBefore: null, ...hashes };
  });
}

async function addTenant({ servers }: ServedApp, { tenantId }: TenantScope, name: string): Promise<void> {
  const client = new CosmosClient({ endpoint: servers.cosmos.endpoint, key: servers.cosmos.key });
  const { items } = client.database(storage.database).container("tenantData");
  const tenant = { name, timeZone: "Europe/Berlin", state: "active", stateReason: null, paused: false };
  await items.create(toDocument("tenant", tenantDocumentId, tenantId, tenant));
  const principalId = demoUsers.find((user) => user.name === "owner")?.id ?? "";
  const membership = toDocument("membership", membershipDocumentId(principalId), tenantId, {
    principalId,
    role: "owner",
  });
  await items.create(membership);
  client.dispose();
}
