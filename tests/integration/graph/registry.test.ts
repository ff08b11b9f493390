import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { aGraph, type TestGraph } from "../../contract/graph/a-graph.ts";
import { registryObjects } from "./registry-object.ts";
import { observeTypes, putIntoTenant } from "./registry-tenant.ts";

// Groups are read by the ids that others name; secrets are never read.
const listed = contracts.filter(({ read }) => read === "list" || read === "singleton");
const collections = [...Map.groupBy(listed, collectionOf)];

let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph.close());

describe("what was put into a tenant is what a snapshot holds", () => {
  it.each(collections)("%s, every type of it, from one listing", async (_name, siblings) => {
    const put = new Map(siblings.map((contract) => [contract.key, registryObjects(contract, siblings)]));
    const tenantId = putIntoTenant(graph, siblings, [...put.values()].flat());
    graph.control.resetCounters();

    const seen = await observeTypes(graph, tenantId, siblings);

    for (const contract of siblings) {
      const expected = new Map(put.get(contract.key)?.map((each) => [each.id, each.expected]));
      expect(new Set(seen.get(contract.key)?.map(({ id }) => id))).toEqual(new Set(expected.keys()));
      for (const { id, name, payload } of seen.get(contract.key) ?? []) {
        expect(payload, `${contract.key}/${id}`).toEqual({ ...expected.get(id), id });
        expect(name).toBe(contract.nameProperty === null ? contract.displayName : payload[contract.nameProperty]);
      }
    }
    expect(listingsOf(siblings)).toBe(1);
  });
});

/** Requests for the collection itself; a page of it counts as the same request. */
function listingsOf([first]: readonly ObjectTypeContract[]): number {
  const { byPath } = graph.control.counters();
  const wanted = new RegExp(`^GET /${first?.version}${first?.path.replace("{id}", "[^/]+")}$`, "i");
  const found = Object.entries(byPath).filter(([template]) => wanted.test(template));
  return found.reduce((sum, [, count]) => sum + count, 0);
}
