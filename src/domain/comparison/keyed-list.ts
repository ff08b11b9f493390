import { canonicalJson } from "../json/canonical-json.ts";
import { isObject } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";

/** By what the items of a list without an order are known: places inside an item, or their content. */
type ItemKey = readonly string[] | "content";

/** A list without an order: a map by the names of its items, or a bag in the order of content. */
export function arrangeList(items: readonly JsonValue[], key: ItemKey): JsonValue {
  return key === "content" ? inOrderOfContent(items) : toMap(items, key);
}

function inOrderOfContent(items: readonly JsonValue[]): JsonValue[] {
  const texts = new Map(items.map((item) => [item, canonicalJson(item)]));
  const textOf = (item: JsonValue): string => texts.get(item) ?? "";
  return items.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** Items of one name are told apart by `#2`, `#3` in the order of their content, which is dear and asked of them alone. */
function toMap(items: readonly JsonValue[], key: readonly string[]): JsonObject {
  const byName = Map.groupBy(items, (item) => nameOf(item, key));
  const map = new Map<string, JsonValue>();
  for (const [name, same] of [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = same.length === 1 ? same : inOrderOfContent(same);
    for (const item of sorted) map.set(freeName(map, name), item);
  }
  return Object.fromEntries(map);
}

function freeName(taken: ReadonlyMap<string, unknown>, name: string): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}#${number}`;
  return free;
}

const namespace = "#microsoft.graph.";

/** What stands at the places of the key, without Graph's namespace; an absent part is left out. */
function nameOf(item: JsonValue, key: readonly string[]): string {
  const parts = key.map((place) => textAt(item, place)).filter((text) => text !== "");
  return parts.map((text) => text.replace(namespace, "")).join(" ");
}

function textAt(item: JsonValue, place: string): string {
  // The name of an annotation has a point of its own.
  const steps = place.replace("@odata.type", "@odata:type").split(".");
  let value: JsonValue | undefined = item;
  for (const step of steps) value = isObject(value) ? value[step.replace(":", ".")] : undefined;
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : canonicalJson(value);
}
