import type { ListRule } from "../graph/comparison-contract.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { equalJson } from "../json/equal-json.ts";
import { isList, isObject } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { scriptOfBags } from "./bag-script.ts";
import { type Change, pointerBelow } from "./change.ts";
import { type ComparedBy, formRuleOf, isOrderedSetting, listRulesOf } from "./form-rule.ts";
import { scriptOfOrdered } from "./list-script.ts";
import { enter, type Places, toPlaces } from "./places.ts";

/**
 * The differences between two forms of one type, in the order of their places. Applied to the left form they give the
 * right one; of equal forms there are none; of the forms turned around there are as many of each kind, with `added` and
 * `removed` in each other's place.
 */
export function diffForms(contract: ComparedBy, left: JsonObject, right: JsonObject): Change[] {
  const rule = formRuleOf(contract);
  const places = toPlaces(listRulesOf(rule).map(({ at, key }) => ({ path: at, mark: key })));
  const ordered = new Set(rule.comparison.orderedSettings);
  return [...diffObjects({ left, right, places, at: "", from: "", ordered }, false)];
}

/** Two values that stand at one place, and where. */
type Both<Value> = {
  readonly left: Value;
  readonly right: Value;
  readonly places: Places<ListRule["key"]>;
  readonly at: string;
  readonly from: string;
  readonly ordered: ReadonlySet<string>;
  /** Of the list that stands here. */
  readonly key?: ListRule["key"];
};

function* diffValues(both: Both<JsonValue>): Iterable<Change> {
  const { left, right } = both;
  if (equalJson(left, right)) return;
  if (isList(left) && isList(right)) yield* diffLists({ ...both, left, right });
  else if (isSecret(left) || isSecret(right)) yield toChange("secret", both);
  else if (isObject(left) && isObject(right)) yield* diffObjects({ ...both, left, right }, isList(both.key));
  else yield toChange("changed", both);
}

/** `isMap`: the names are those of a list's items, which nobody adds but a person. */
function* diffObjects(both: Both<JsonObject>, isMap: boolean): Iterable<Change> {
  const { left, right, places, ordered } = both;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of [...names].toSorted()) {
    const inner = { at: pointerBelow(both.at, name), from: pointerBelow(both.from, name), ordered };
    const [before, after] = [ownOf(left, name), ownOf(right, name)];
    if (before === undefined || after === undefined) yield oneSided({ ...inner, before, after }, isMap);
    else {
      const { here, below } = isMap ? { here: [], below: places } : enter(places, name);
      const key = keyOf(here, left, ordered);
      yield* diffValues({ ...inner, left: before, right: after, places: below, ...(key && { key }) });
    }
  }
}

/** The rule of a list; that of a setting's values says an order where the setting has one. */
function keyOf(
  [key]: readonly ListRule["key"][],
  holder: JsonObject,
  ordered: ReadonlySet<string>,
): ListRule["key"] | undefined {
  return key === "content" && isOrderedSetting(ordered, holder) ? "order" : key;
}

type OneSided = Pick<Change, "before" | "after"> & { readonly at: string; readonly from: string };

function oneSided({ before, after, at, from }: OneSided, isMap: boolean): Change {
  const value = before ?? after;
  const sided = before === undefined ? "added" : "removed";
  const kind = isSecret(value) ? "secret" : !isMap && isUnset(value) ? "appeared" : sided;
  return { kind, place: at, from: from === at ? null : from, before, after };
}

function* diffLists(both: Both<readonly JsonValue[]>): Iterable<Change> {
  const { left, right, key, places, ordered } = both;
  const isBag = key === "content";
  const script = isBag ? scriptOfBags(left, right) : scriptOfOrdered(left.map(canonicalJson), right.map(canonicalJson));
  const at = (index: number): string => pointerBelow(both.at, index);
  const from = (index: number): string => pointerBelow(both.from, index);
  for (const index of script.removed)
    yield oneSided({ before: left[index], after: undefined, at: at(index), from: from(index) }, true);
  for (const [before, after] of script.moved)
    yield toChange("moved", {
      left: left[before] ?? null,
      right: right[after] ?? null,
      at: at(after),
      from: from(before),
    });
  for (const [before, after] of script.changed) {
    yield* diffValues({
      left: left[before] ?? null,
      right: right[after] ?? null,
      places,
      ordered,
      at: at(after),
      from: from(before),
    });
  }
  for (const index of script.added)
    yield oneSided({ before: undefined, after: right[index], at: at(index), from: from(index) }, true);
}

function toChange(
  kind: Change["kind"],
  { left, right, at, from }: Pick<Both<JsonValue>, "left" | "right" | "at" | "from">,
): Change {
  return { kind, place: at, from: from === at ? null : from, before: left, after: right };
}

function ownOf(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isSecret(value: JsonValue | undefined): boolean {
  return isObject(value) && Object.keys(value).length === 1 && typeof value["secret"] === "string";
}

// What Graph says of a property that nobody set.
const unset = new Set<JsonValue | undefined>([
  false,
  0,
  "",
  "none",
  "notConfigured",
  "userDefined",
  "deviceDefault",
  "unknown",
]);

function isUnset(value: JsonValue | undefined): boolean {
  return unset.has(value);
}
