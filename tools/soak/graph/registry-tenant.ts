import type { Random } from "@tenantpilot/embedded-azure/random";
import type { RunningGraph } from "@tenantpilot/graph-simulator";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import type { RegistryObject } from "./registry-object.ts";

/**
 * A new tenant with these objects: in their collection, or below parents that stand for their path. A tenant of its own
 * for each collection, because some types are parents of others.
 */
export function putIntoTenant(
  { control }: Pick<RunningGraph, "control">,
  random: Random,
  contract: ObjectTypeContract,
  objects: readonly RegistryObject[],
): string {
  const tenantId = random.guid();
  control.putTenant({ id: tenantId, name: "Registry" });
  const stored = objects.map((each) => each.stored);
  const [parents = "", below] = contract.path.split("/{id}/");
  control.putObjects(tenantId, parents, below === undefined ? stored : belowParents(random, below, stored));
  for (const [path, owners] of inverseOwnersOf(contract, objects)) control.putObjects(tenantId, path, owners);
  return tenantId;
}

/** What the objects are named by, by the collection it lies in: Graph finds such links from that end. */
export function inverseOwnersOf(
  { links }: Pick<ObjectTypeContract, "links">,
  objects: readonly RegistryObject[],
): (readonly [path: string, owners: readonly JsonObject[]])[] {
  return links.flatMap(({ path, inverse }) => {
    const owners = objects.flatMap(({ stored }) => stored[path] ?? []);
    return inverse ? [[inverse.path, owners.filter(isObject)] as const] : [];
  });
}

/** The objects spread over some parents, some of which have none. */
function belowParents(random: Random, below: string, objects: readonly object[]): object[] {
  const count = random.integer(1, 4);
  const shares = Map.groupBy(objects, () => random.integer(0, count - 1));
  return Array.from({ length: count }, (_, number) => {
    const share: unknown = shares.get(number) ?? [];
    const inside = below.split("/").reduceRight<unknown>((inner, name) => ({ [name]: inner }), share);
    return { id: `parent-${number}`, ...Object(inside) };
  });
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
