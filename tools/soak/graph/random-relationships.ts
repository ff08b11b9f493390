import { type Expand, parseExpands } from "@tenantpilot/graph-simulator/expands";
import type { ContractChild, ContractLink } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { odataTypeOf, typeOfProperty } from "../../graph/declared-type.ts";
import type { RandomSource } from "./random-source.ts";

/** The owner of children and links: its type, without namespace, and its id. */
export type Owner = { readonly type: string; readonly id: string };

/** Items of a child collection, with the collection below each and with what its query expands. */
export function randomChildren(
  source: RandomSource,
  owner: Owner,
  { path, query, nested }: ContractChild,
): JsonObject[] {
  return itemsAt(source, owner, path).map((item) => {
    const inner = { type: typeOfProperty(source.microsoft.tree, owner.type, path), id: `${item.id}` };
    const below = nested && { [nested.path]: nestedItems(source, inner, nested) };
    return { ...item, ...below, ...randomExpansions(source, inner, query) };
  });
}

function nestedItems(
  source: RandomSource,
  owner: Owner,
  { path, query }: { path: string; query?: string | undefined },
) {
  const type = typeOfProperty(source.microsoft.tree, owner.type, path);
  const few = { ...source, relatedCount: { from: 0, to: Math.min(3, source.relatedCount.to) } };
  return itemsAt(few, owner, path).map((item) => ({
    ...item,
    ...randomExpansions(source, { type, id: item.id }, query),
  }));
}

/** Whom an object concerns; the ids are made of its own, as Graph does. */
export function randomAssignments(source: RandomSource, { type, id }: Owner): JsonObject[] {
  const { microsoft, make, random } = source;
  const assignment = typeOfProperty(microsoft.tree, type, "assignments");
  const isAlone = !microsoft.tree.propertiesOf(assignment).has("target");
  return Array.from({ length: random.integer(0, 4) }, (_, number) => ({
    ...make(assignment),
    id: `${id}_${random.guid()}_${number}`,
    ...(isAlone ? {} : { target: randomTarget(source, assignment) }),
  }));
}

function randomTarget({ microsoft, make, random }: RandomSource, assignment: string): JsonObject {
  const kind = random.pick(microsoft.tree.kindsOf(typeOfProperty(microsoft.tree, assignment, "target")));
  return { ...make(kind), "@odata.type": odataTypeOf(kind) };
}

/** What `$expand` brings with an object: whole lists, or one object. */
export function randomExpansions(source: RandomSource, owner: Owner, query: string | undefined): JsonObject {
  const asked = /^\$expand=([^&]+)$/.exec(query ?? "")?.[1];
  return Object.fromEntries(parseExpands(asked ?? "").map((expand) => [expand.name, expanded(source, owner, expand)]));
}

function expanded(source: RandomSource, owner: Owner, { name, expands }: Expand): JsonValue {
  if (name === "assignments") return randomAssignments(source, owner);
  const { tree } = source.microsoft;
  const isMany = tree.propertiesOf(owner.type).get(name)?.isMany ?? false;
  const type = typeOfProperty(tree, owner.type, name);
  const items = itemsAt({ ...source, relatedCount: { from: isMany ? 0 : 1, to: isMany ? 4 : 1 } }, owner, name);
  const whole = items.map((item) => ({ ...item, ...nestedExpansions(source, { type, id: item.id }, expands) }));
  return isMany ? whole : (whole[0] ?? null);
}

function nestedExpansions(source: RandomSource, owner: Owner, expands: readonly Expand[]): JsonObject {
  return Object.fromEntries(expands.map((expand) => [expand.name, expanded(source, owner, expand)]));
}

type RandomLink = { readonly stored: JsonValue; readonly expected: readonly JsonObject[] };

/** What an object refers to beside its body: Graph holds all of it, a snapshot its id, kind and name. */
export function randomLink(source: RandomSource, owner: Owner, { path, isMany, inverse }: ContractLink): RandomLink {
  const { random, relatedCount } = source;
  // What is found from the other end has always one that names it.
  const fewest = inverse ? 1 : 0;
  const count = random.integer(fewest, isMany ? Math.max(fewest, relatedCount.to) : 1);
  const items = itemsAt({ ...source, relatedCount: { from: count, to: count } }, owner, path);
  const expected = items.map(({ "@odata.type": odataType = null, id, displayName = null }) => {
    return { "@odata.type": odataType, id, displayName };
  });
  return { stored: isMany ? items : (items[0] ?? null), expected };
}

type Item = JsonObject & { readonly id: string };

function itemsAt({ microsoft, make, random, relatedCount }: RandomSource, { type, id }: Owner, name: string): Item[] {
  const declared = typeOfProperty(microsoft.tree, type, name);
  const kinds = microsoft.tree.kindsOf(declared);
  return Array.from({ length: random.integer(relatedCount.from, relatedCount.to) }, (_, number) => {
    const kind = random.pick(kinds);
    const named = kind === declared ? {} : { "@odata.type": odataTypeOf(kind) };
    return { ...make(kind), ...named, id: `${id}-${name}-${number}` };
  });
}
