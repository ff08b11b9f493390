import { type Expand, parseExpands } from "@tenantpilot/graph-simulator/expands";
import type { ContractChild, ContractLink } from "../../../src/domain/graph/object-type-contract.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { odataTypeOf, typeOfPart } from "../../graph/declared-type.ts";
import type { Making } from "./making.ts";

/** Where parts hang: the owner's type, without namespace, and its id. */
export type Owner = { readonly type: string; readonly id: string };

/** Items of a child collection, with the collection below each and with what its query expands. */
export function randomChildren(making: Making, owner: Owner, { path, query, nested }: ContractChild): JsonObject[] {
  return itemsAt(making, owner, path).map((item) => {
    const inner = { type: typeOfPart(making.microsoft.tree, owner.type, path), id: `${item.id}` };
    const below = nested && { [nested.path]: nestedItems(making, inner, nested) };
    return { ...item, ...below, ...randomExpansions(making, inner, query) };
  });
}

function nestedItems(making: Making, owner: Owner, { path, query }: { path: string; query?: string | undefined }) {
  const type = typeOfPart(making.microsoft.tree, owner.type, path);
  const few = { ...making, parts: { from: 0, to: Math.min(3, making.parts.to) } };
  return itemsAt(few, owner, path).map((item) => ({
    ...item,
    ...randomExpansions(making, { type, id: item.id }, query),
  }));
}

/** Whom an object concerns; the ids are made of its own, as Graph does. */
export function randomAssignments(making: Making, { type, id }: Owner): JsonObject[] {
  const { microsoft, make, random } = making;
  const assignment = typeOfPart(microsoft.tree, type, "assignments");
  const isAlone = !microsoft.tree.propertiesOf(assignment).has("target");
  return Array.from({ length: random.integer(0, 4) }, (_, number) => ({
    ...make(assignment),
    id: `${id}_${random.guid()}_${number}`,
    ...(isAlone ? {} : { target: randomTarget(making, assignment) }),
  }));
}

function randomTarget({ microsoft, make, random }: Making, assignment: string): JsonObject {
  const kind = random.pick(microsoft.tree.kindsOf(typeOfPart(microsoft.tree, assignment, "target")));
  return { ...make(kind), "@odata.type": odataTypeOf(kind) };
}

/** What `$expand` brings with an object: whole lists, or one object. */
export function randomExpansions(making: Making, owner: Owner, query: string | undefined): JsonObject {
  const asked = /^\$expand=([^&]+)$/.exec(query ?? "")?.[1];
  return Object.fromEntries(parseExpands(asked ?? "").map((expand) => [expand.name, expanded(making, owner, expand)]));
}

function expanded(making: Making, owner: Owner, { name, expands }: Expand): JsonValue {
  if (name === "assignments") return randomAssignments(making, owner);
  const { tree } = making.microsoft;
  const isMany = tree.propertiesOf(owner.type).get(name)?.isMany ?? false;
  const type = typeOfPart(tree, owner.type, name);
  const items = itemsAt({ ...making, parts: { from: isMany ? 0 : 1, to: isMany ? 4 : 1 } }, owner, name);
  const whole = items.map((item) => ({ ...item, ...nestedExpansions(making, { type, id: item.id }, expands) }));
  return isMany ? whole : (whole[0] ?? null);
}

function nestedExpansions(making: Making, owner: Owner, expands: readonly Expand[]): JsonObject {
  return Object.fromEntries(expands.map((expand) => [expand.name, expanded(making, owner, expand)]));
}

type Linked = { readonly stored: JsonValue; readonly expected: readonly JsonObject[] };

/** What an object refers to beside its body: Graph holds all of it, a snapshot its id, kind and name. */
export function randomLink(making: Making, owner: Owner, { path, isMany, otherEnd }: ContractLink): Linked {
  const { random, parts } = making;
  // What is found from the other end has always one that names it.
  const fewest = otherEnd ? 1 : 0;
  const count = random.integer(fewest, isMany ? Math.max(fewest, parts.to) : 1);
  const items = itemsAt({ ...making, parts: { from: count, to: count } }, owner, path);
  const expected = items.map(({ "@odata.type": odataType = null, id, displayName = null }) => {
    return { "@odata.type": odataType, id, displayName };
  });
  return { stored: isMany ? items : (items[0] ?? null), expected };
}

type Item = JsonObject & { readonly id: string };

function itemsAt({ microsoft, make, random, parts }: Making, { type, id }: Owner, name: string): Item[] {
  const declared = typeOfPart(microsoft.tree, type, name);
  const kinds = microsoft.tree.kindsOf(declared);
  return Array.from({ length: random.integer(parts.from, parts.to) }, (_, number) => {
    const kind = random.pick(kinds);
    const named = kind === declared ? {} : { "@odata.type": odataTypeOf(kind) };
    return { ...make(kind), ...named, id: `${id}-${name}-${number}` };
  });
}
