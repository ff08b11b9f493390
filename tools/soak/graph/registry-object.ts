import { maskOmaSettings } from "@tenantpilot/graph-simulator/masked-settings";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { typeOfObject } from "../../../src/domain/graph/type-of-object.ts";
import { withoutValuesAt } from "../../../src/domain/graph/values-at.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { collections } from "../../graph/catalog.ts";
import { declaredTypeOf, wireNameOf } from "../../graph/declared-type.ts";
import { randomAssignments, randomChildren, randomExpansions, randomLink } from "./random-relationships.ts";
import type { RandomSource } from "./random-source.ts";
import { withValueAt } from "./value-at.ts";

/** An object as Graph holds it, and what a snapshot must hold of it. */
export type RegistryObject = {
  readonly id: string;
  /** Key of the type it belongs to. */
  readonly type: string;
  readonly stored: JsonObject;
  /** Undefined: a built-in object that nobody uses, which is not read. */
  readonly expected: JsonObject | undefined;
};

export type ObjectSpec = {
  readonly contract: ObjectTypeContract;
  readonly siblings: readonly ObjectTypeContract[];
  /** With namespace. */
  readonly kind: string;
  readonly id: string;
};

/** A random object of one kind of a type, with children, assignments and links. */
export function registryObject(source: RandomSource, wanted: ObjectSpec): RegistryObject {
  const { contract, siblings, kind, id } = wanted;
  const owner = { type: knownTypeOf(source, wanted), id };
  const has = ({ on }: { readonly on?: readonly string[] | undefined }): boolean => on?.includes(kind) ?? true;
  const children = contract.children.filter(has).map((child) => [child, randomChildren(source, owner, child)] as const);
  const links = contract.links.filter(has).map((link) => [link.path, randomLink(source, owner, link)] as const);
  const related: JsonObject = {
    ...Object.fromEntries(children.map(([{ path }, items]) => [path, items])),
    ...randomExpansions(source, owner, contract.query),
    ...(contract.assignments === "get" || contract.assignments === "expand"
      ? { assignments: randomAssignments(source, owner) }
      : {}),
  };
  const counts = children.flatMap(([{ countedBy }, items]) => (countedBy ? [[countedBy, items.length]] : []));
  const own = onlySelected(contract, { ...ownBody(source, wanted, owner.type), ...Object.fromEntries(counts) });
  const whole = { ...own, ...withoutSkipped(contract, own, related), ...assignedMark(source, owner.type, related) };
  const seen = {
    ...asAnswered(contract, whole),
    ...Object.fromEntries(links.map(([path, each]) => [path, each.expected])),
  };
  return {
    id,
    type: contract.key,
    stored: { ...whole, ...Object.fromEntries(links.map(([path, each]) => [path, each.stored])) },
    expected: typeOfObject(siblings, whole) === undefined ? undefined : withoutValuesAt(seen, forbiddenIn(contract)),
  };
}

function forbiddenIn({ secrets }: ObjectTypeContract): ObjectTypeContract["secrets"] {
  return secrets.filter(({ kind }) => kind === "never_snapshot");
}

/** Objects of Microsoft's own are given none of the children that nobody asks of them. */
function withoutSkipped({ builtIn, children }: ObjectTypeContract, own: JsonObject, related: JsonObject): JsonObject {
  if (builtIn === undefined || own[builtIn.property] !== builtIn.is) return related;
  const skipped = new Set(children.filter(({ skipsBuiltIn }) => skipsBuiltIn).map(({ path }) => path));
  return Object.fromEntries(Object.entries(related).filter(([name]) => !skipped.has(name)));
}

/** Without namespace; a kind that is newer than Microsoft's declarations has what the declared type has. */
function knownTypeOf({ microsoft: { tree } }: RandomSource, { contract, kind }: ObjectSpec): string {
  return tree.has(wireNameOf(kind)) ? wireNameOf(kind) : declaredTypeOf(contract, tree);
}

/** Random properties, and among them what makes the object one of its type. */
function ownBody(source: RandomSource, { contract, siblings, kind, id }: ObjectSpec, type: string): JsonObject {
  const { random, make } = source;
  const named = { ...make(type), ...namesOf(source, contract), ...secretsOf(contract), "@odata.type": kind, id };
  return withProperties(builtInMark(source, contract, named, type), valuesOf(contract, siblings, random));
}

/** Names are there more often than chance has it, and sometimes the same twice, or empty. */
function namesOf({ random }: RandomSource, { nameProperty }: ObjectTypeContract): JsonObject {
  if (nameProperty === null || random.chance(10)) return {};
  return { [nameProperty]: random.pick(["", "The same name", `Name ${random.integer(0, 99)}`, "Ünïcode / name"]) };
}

/** What must never be stored stands in every object, so that forgetting to take it out shows. */
function secretsOf(contract: ObjectTypeContract): JsonObject {
  const names = forbiddenIn(contract).flatMap(({ path }) => (/^\w+$/.test(path) ? path : []));
  return Object.fromEntries(names.map((name) => [name, `secret ${name}`]));
}

function builtInMark(
  { random, microsoft }: RandomSource,
  contract: ObjectTypeContract,
  object: JsonObject,
  type: string,
) {
  const { builtIn } = contract;
  if (!builtIn) return object;
  const { property, is } = builtIn;
  const held = microsoft.tree.propertiesOf(type).get(property);
  const members = microsoft.enumerations.get(held?.type ?? "") ?? ["of our own"];
  const others = typeof is === "boolean" ? [!is] : members.filter((member) => member !== is);
  return { ...object, [property]: random.chance(30) ? is : random.pick<JsonValue>(others) };
}

type PropertyValues = readonly (readonly [path: string, value: JsonValue])[];

/** What distinguishes the type from its siblings that claim by a property; where it claims by none, something that they do not know. */
function valuesOf(
  { kinds }: ObjectTypeContract,
  siblings: readonly ObjectTypeContract[],
  random: RandomSource["random"],
): PropertyValues {
  if (kinds.by === "property") {
    const values: readonly JsonValue[] = kinds.orAbsent ? [...kinds.is, null] : kinds.is;
    return [[kinds.path, random.pick(values)]];
  }
  return siblings.flatMap((each) =>
    each.kinds.by === "property" ? [[each.kinds.path, "something new"] as const] : [],
  );
}

function withProperties(object: JsonObject, paths: PropertyValues): JsonObject {
  return paths.reduce((whole, [path, value]) => withValueAt(whole, path, value), object);
}

/** Graph says of many types whether they are assigned, and it is true. */
function assignedMark({ microsoft }: RandomSource, type: string, { assignments }: JsonObject): JsonObject {
  if (!Array.isArray(assignments) || !microsoft.tree.propertiesOf(type).has("isAssigned")) return {};
  return { isAssigned: assignments.length > 0 };
}

/** Graph answers what `$select` names and nothing else. */
function onlySelected({ query }: ObjectTypeContract, object: JsonObject): JsonObject {
  const selected = /^\$select=([^&]+)$/.exec(query ?? "")?.[1]?.split(",");
  if (!selected) return object;
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => selected.includes(name) || name === "@odata.type"),
  );
}

/** Values that Graph masks are masked; the rest of the body is what Graph holds. */
function asAnswered({ path }: ObjectTypeContract, object: JsonObject): JsonObject {
  const isMasked = collections.find((each) => each.path === path)?.masksOmaSettings === true;
  // The mask replaces texts by texts, so JSON stays JSON.
  return isMasked ? (maskOmaSettings(object) as JsonObject) : object;
}
