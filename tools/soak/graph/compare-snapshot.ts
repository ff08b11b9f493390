import { isDeepStrictEqual } from "node:util";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../../src/domain/graph/observed-object.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import type { TenantObservation } from "./observe-tenant.ts";
import type { RegistryObject } from "./registry-object.ts";

/** What differs between what was put into a tenant and what was read of it, one sentence each; nothing when all is well. */
export function compareSnapshot(
  put: readonly RegistryObject[],
  { objects, failures, total }: TenantObservation,
  siblings: readonly ObjectTypeContract[],
): string[] {
  const wanted = put.filter(({ expected }) => expected !== undefined);
  const byId = new Map(objects.map((object) => [object.id, object]));
  const known = new Set(wanted.map(({ id }) => id));
  return [
    ...failures,
    ...(total === wanted.length ? [] : [`${wanted.length} objects were put and ${total} counted`]),
    ...(objects.length === byId.size ? [] : [`${objects.length - byId.size} objects were read twice`]),
    ...objects.filter(({ id }) => !known.has(id)).map(({ type, id }) => `${type}/${id} was never put`),
    ...wanted.flatMap((each) => differencesOf(each, byId.get(each.id), siblings)),
  ];
}

/** What is neither in a snapshot nor named as not read, and what is said to be deleted although nobody deleted anything. */
export function unnamedOf(put: readonly RegistryObject[], { objects, failures, deleted }: TenantObservation): string[] {
  const read = new Set(objects.map(({ id }) => id));
  const isNamed = ({ type, id }: RegistryObject): boolean =>
    failures.some((each) => each.endsWith(` of ${type}`) || each.endsWith(` of ${type}/${id}`));
  const wanted = put.filter(({ expected }) => expected !== undefined);
  return [
    ...wanted.filter((each) => !read.has(each.id) && !isNamed(each)).map(({ type, id }) => `${type}/${id} is missing`),
    ...deleted.map((id) => `${id} was not deleted`),
    ...(objects.length === read.size ? [] : ["an object was read twice"]),
  ];
}

function differencesOf(
  { id, type, expected = {} }: RegistryObject,
  found: ObservedObject | undefined,
  siblings: readonly ObjectTypeContract[],
): string[] {
  if (!found) return [`${type}/${id} is missing`];
  const name = nameOf(siblings, type, expected) || id;
  return [
    ...(found.type === type ? [] : [`${type}/${id} was read as ${found.type}`]),
    ...(found.name === name ? [] : [`${type}/${id} is called "${found.name}" instead of "${name}"`]),
    ...placesThatDiffer(expected, found.payload).map((path) => `${type}/${id} differs at ${path}`),
  ];
}

function nameOf(siblings: readonly ObjectTypeContract[], type: string, expected: JsonObject): string {
  const contract = siblings.find(({ key }) => key === type);
  const name = contract?.nameProperty == null ? contract?.displayName : expected[contract.nameProperty];
  return typeof name === "string" ? name : "";
}

function placesThatDiffer(expected: JsonObject, found: JsonObject): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].filter((name) => !isDeepStrictEqual(expected[name], found[name]));
}
