import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../../src/domain/observation/observed-object.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant/tenant-scope.ts";
import { observeCollection } from "../../../src/use-cases/observe-collection.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { aGraph, type TestGraph } from "../../contract/graph/a-graph.ts";
import { kindsOf, type RegistryObject, registryObject } from "./registry-object.ts";

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
    const put = new Map(siblings.map((contract) => [contract.key, objectsOf(contract, siblings)]));
    const tenantId = aTenant();
    putAll(tenantId, siblings, [...put.values()].flat());
    graph.control.resetCounters();

    const seen = await observe(tenantId, siblings);

    for (const contract of siblings) {
      const expected = new Map(put.get(contract.key)?.map((each) => [idOf(contract, each), each.expected]));
      expect(new Set(seen.get(contract.key)?.map(({ id }) => id))).toEqual(new Set(expected.keys()));
      for (const { id, name, payload } of seen.get(contract.key) ?? []) {
        expect(payload, `${contract.key}/${id}`).toEqual({ ...expected.get(id), id });
        expect(name).toBe(contract.nameProperty === null ? contract.displayName : payload[contract.nameProperty]);
      }
    }
    expect(listingsOf(siblings)).toBe(1);
  });
});

/** A tenant of its own for each collection: some types are parents of others. */
function aTenant(): string {
  const id = randomUUID();
  graph.control.putTenant({ id, name: "Registry" });
  return id;
}

function objectsOf(contract: ObjectTypeContract, siblings: readonly ObjectTypeContract[]): RegistryObject[] {
  const kinds = contract.read === "singleton" ? kindsOf(contract).slice(0, 1) : kindsOf(contract);
  return kinds.map((kind, number) => registryObject(contract, siblings, kind, number));
}

/** The property of another object has no id of its own. */
function idOf({ key, path, read }: ObjectTypeContract, { id }: RegistryObject): string {
  return read === "singleton" && path === "/deviceManagement/settings" ? key : id;
}

/** Objects of one collection go into it, or below a parent that stands for their path. */
function putAll(tenantId: string, [first]: readonly ObjectTypeContract[], objects: readonly RegistryObject[]): void {
  const path = first?.path ?? "";
  const stored = objects.map((each) => each.stored);
  const [parents = "", below] = path.split("/{id}/");
  if (below === undefined) {
    graph.control.putObjects(tenantId, path, stored);
    return;
  }
  const parent = below.split("/").reduceRight<unknown>((inner, name) => ({ [name]: inner }), stored);
  graph.control.putObjects(tenantId, parents, [{ id: "parent", ...Object(parent) }]);
}

async function observe(
  tenantId: string,
  siblings: readonly ObjectTypeContract[],
): Promise<Map<string, ObservedObject[]>> {
  const clock = aHurryingClock();
  const credentialFor = () => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) });
  const gateway = makeGraphGateway({ baseUrl: graph.endpoint, clock, credentialFor });
  const client = gateway.forTenant(openTenantScope(tenantIdSchema.parse(tenantId), "run"), {
    correlationId: "0".repeat(32),
  });
  const seen = new Map(siblings.map(({ key }) => [key, [] as ObservedObject[]]));
  const [first, ...others] = siblings.map((contract) => ({
    contract,
    knownIds: [],
    signal: new AbortController().signal,
    onListed: () => undefined,
    onFailed: () => undefined,
    onObject: async (object: ObservedObject) => void seen.get(contract.key)?.push(object),
  }));
  if (!first) return seen;
  const observations = await observeCollection({ graph: client, clock }, [first, ...others], siblings);
  for (const { failures } of observations) expect(failures).toEqual([]);
  return seen;
}

/** Requests for the collection itself; a page of it counts as the same request. */
function listingsOf([first]: readonly ObjectTypeContract[]): number {
  const { byPath } = graph.control.counters();
  const wanted = new RegExp(`^GET /${first?.version}${first?.path.replace("{id}", "[^/]+")}$`, "i");
  const found = Object.entries(byPath).filter(([template]) => wanted.test(template));
  return found.reduce((sum, [, count]) => sum + count, 0);
}
