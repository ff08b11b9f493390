import type { ListRule } from "../graph/comparison-contract.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { isList, isObject } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { type ComparedBy, type FormRule, formRuleOf, isOrderedSetting, listRulesOf } from "./form-rule.ts";
import { arrangeList } from "./keyed-list.ts";
import { enter, type Place, type Places, toPlaces } from "./places.ts";
import { withoutNoFilter } from "./without-no-filter.ts";

/**
 * Hashes the forms of a type's objects (SHA-256); the rule is made once for all of them. A hash says "equal" for two
 * readings by one rule, never "changed" by itself (RC5).
 */
export function makeConfigurationHash(contract: ComparedBy): (payload: JsonObject) => string {
  const toForm = makeToForm(contract);
  return (payload) => hashOfText(canonicalJson(toForm(payload)));
}

/**
 * The form by which an object is compared: without what Microsoft changes by itself, without secrets, and with lists as
 * the contract says. The form of a form is itself. Pure; throws nothing for a payload that could be stored.
 */
export function toForm(contract: ComparedBy, payload: JsonObject): JsonObject {
  return makeToForm(contract)(payload);
}

function makeToForm(contract: ComparedBy): (payload: JsonObject) => JsonObject {
  const rule = formRuleOf(contract);
  const { plainTypes, orderedSettings } = rule.comparison;
  const facts = { plainTypes: new Set(plainTypes), orderedSettings: new Set(orderedSettings) };
  const places = placesOf(rule);
  return (payload) => formOfObject(facts, payload, places, true);
}

type Facts = { readonly plainTypes: ReadonlySet<string>; readonly orderedSettings: ReadonlySet<string> };

type Mark =
  | { readonly is: "out" | "keepsEmpty" | "target" }
  | { readonly is: "secret"; readonly when: ObjectTypeContract["secrets"][number]["when"] }
  | { readonly is: "list"; readonly key: ListRule["key"] };

// The object's own id, its place among others of its type, and what assignments say of themselves: ids of assignments
// are derived from policy and group; source tells who wrote them (graph.md 2.7).
const alwaysOut = ["id", "priority", "assignments[].id", "assignments[].source", "assignments[].sourceId"];

function placesOf(rule: FormRule): Places<Mark> {
  const out = [...alwaysOut, ...rule.volatile, ...rule.comparison.ignore];
  const places: Place<Mark>[] = [
    ...out.map((path) => ({ path, mark: { is: "out" } as const })),
    ...rule.comparison.keepsEmpty.map((path) => ({ path, mark: { is: "keepsEmpty" } as const })),
    ...rule.secrets.map(({ path, when }) => ({ path, mark: { is: "secret", when } as const })),
    ...listRulesOf(rule).map(({ at, key }) => ({ path: at, mark: { is: "list", key } as const })),
    { path: "assignments[].target", mark: { is: "target" } },
  ];
  return toPlaces(places);
}

function formOf(facts: Facts, value: JsonValue, places: Places<Mark>): JsonValue {
  if (isList(value)) return value.map((item) => formOf(facts, item, places));
  return isObject(value) ? formOfObject(facts, value, places, false) : value;
}

function formOfObject(facts: Facts, object: JsonObject, places: Places<Mark>, isWhole: boolean): JsonObject {
  const form: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(object)) {
    if (isAbsent(value) && value !== "") continue;
    if (saysNothing(facts, name, value, isWhole)) continue;
    const { here, below } = enter(places, name);
    const formed = formOfProperty(facts, { holder: object, value, here, below });
    if (formed === undefined || (isAbsent(formed) && !keepsEmpty(name, formed, here))) continue;
    form.push([name, formed]);
  }
  return Object.fromEntries(form);
}

type Property = {
  readonly holder: JsonObject;
  readonly value: JsonValue;
  readonly here: readonly Mark[];
  readonly below: Places<Mark>;
};

/** Undefined where the property is out. */
function formOfProperty(facts: Facts, { holder, value, here, below }: Property): JsonValue | undefined {
  if (here.some(({ is }) => is === "out")) return undefined;
  if (here.some((mark) => mark.is === "secret" && holds(holder, mark.when))) return secretOf(value);
  const list = here.find((mark) => mark.is === "list");
  if (list) return formOfList(facts, { holder, value, here, below }, list.key);
  const form = formOf(facts, value, below);
  return here.some(({ is }) => is === "target") ? withoutNoFilter(form) : form;
}

/** That there is one is all that a form says of a secret (P7.1). */
function secretOf(value: JsonValue): JsonValue | undefined {
  return isAbsent(value) ? undefined : { secret: "set" };
}

function formOfList(facts: Facts, property: Property, key: ListRule["key"]): JsonValue {
  const { holder, value, below } = property;
  const isOrdered = key === "order" || (key === "content" && isOrderedSetting(facts.orderedSettings, holder));
  if (isOrdered) return formOf(facts, value, below);
  if (isList(value))
    return value.length === 0
      ? value
      : arrangeList(
          value.map((item) => formOf(facts, item, below)),
          key,
        );
  return (key !== "content" && formOfMap(facts, value, below, key)) || formOf(facts, value, below);
}

/** A map that a form has in place of a list; undefined when the names are not those of its items. */
function formOfMap(facts: Facts, value: JsonValue, below: Places<Mark>, key: readonly string[]): JsonValue | undefined {
  if (!isObject(value)) return undefined;
  const map = arrangeList(
    Object.values(value).map((item) => formOf(facts, item, below)),
    key,
  );
  return isObject(map) && Object.keys(map).every((name) => Object.hasOwn(value, name)) ? map : undefined;
}

function isAbsent(value: JsonValue): boolean {
  return value === null || value === "" || (isList(value) && value.length === 0);
}

function keepsEmpty(name: string, value: JsonValue, here: readonly Mark[]): boolean {
  return value === "" && (name === "value" || here.some(({ is }) => is === "keepsEmpty"));
}

// Properties that say when, not what, wherever they stand in an object.
const timeProperties = new Set(["createdDateTime", "lastModifiedDateTime", "modifiedDateTime"]);

/** Times, annotations, and the type of a value that can be no other: an answer names it or not, by its metadata level. */
function saysNothing({ plainTypes }: Facts, name: string, value: JsonValue, isWhole: boolean): boolean {
  if (name === "@odata.type") return !isWhole && typeof value === "string" && plainTypes.has(value);
  return name.includes("@odata.") || name.startsWith("#") || timeProperties.has(name);
}

function holds(holder: JsonObject, when: ObjectTypeContract["secrets"][number]["when"]): boolean {
  return when === undefined || holder[when.property] === when.is;
}
