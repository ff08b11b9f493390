import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../../src/domain/observation/observed-object.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant/tenant-scope.ts";
import { observeCollection } from "../../../src/use-cases/observe-collection.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import type { TestGraph } from "../../contract/graph/a-graph.ts";
import type { RegistryObject } from "./registry-object.ts";

/**
 * A new tenant with these objects: in their collection, or below a parent that stands for their path. A tenant of its
 * own for each collection, because some types are parents of others.
 */
export function putIntoTenant(
  graph: TestGraph,
  [first]: readonly ObjectTypeContract[],
  objects: readonly RegistryObject[],
): string {
  const tenantId = randomUUID();
  graph.control.putTenant({ id: tenantId, name: "Registry" });
  const stored = objects.map((each) => each.stored);
  const [parents = "", below] = (first?.path ?? "").split("/{id}/");
  const parent = below?.split("/").reduceRight<unknown>((inner, name) => ({ [name]: inner }), stored);
  graph.control.putObjects(tenantId, parents, parent ? [{ id: "parent", ...Object(parent) }] : stored);
  return tenantId;
}

/** What observing types of one collection finds, by type; no failure is accepted. */
export async function observeTypes(
  graph: TestGraph,
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
