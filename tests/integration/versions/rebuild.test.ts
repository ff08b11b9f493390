import { expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectVersion } from "../../../src/domain/version/object-version.ts";
import { indexVersions } from "../../../src/use-cases/version/index-versions.ts";
import { rebuildVersions } from "../../../src/use-cases/version/rebuild-versions.ts";
import { policiesOf, sealedNights } from "../../builders/sealed-nights.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const { contractOf } = makeContractIndex(contracts);

it("versions that were lost are made again from the manifests, as they were; what is not in yet is left to the next night", async () => {
  const stores = its.product.storesFor(its.scope);
  const deps = { stores, contractOf };
  const all = async () => (await stores.versions.list({}, { limit: 100, page: null })).items;
  const seal = sealedNights(stores, its.scope.tenantId);
  for (const policies of [policiesOf(4, 2, "one"), policiesOf(4, 1, "two"), policiesOf(3, 2, "three")]) {
    await seal(policies);
    await indexVersions(deps);
  }
  const before = await all();
  const events = new Set<string>(before.map(({ event }) => event));
  expect(events).toEqual(new Set(["changed", "gone", "new"]));
  await seal(policiesOf(3, 2, "four"));
  expect(await rebuildVersions(deps)).toMatchObject({ derived: before.length, missing: [], others: [] });

  const lost = before.filter((_: ObjectVersion, index: number) => index % 2 === 0);
  for (const { id } of lost) await its.product.cosmos.snapshots.item(id, its.scope.tenantId).delete();
  const { missing, others } = await rebuildVersions(deps);
  expect([missing.length, others]).toEqual([lost.length, []]);
  await stores.versions.add(missing);
  expect(await all()).toEqual(before);
});
