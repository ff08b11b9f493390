import { canonicalJson } from "../json/canonical-json.ts";
import { isList, isObject } from "../json/is-object.ts";
import type { JsonValue } from "../json/json-value.ts";
import type { ListScript, Pair } from "./list-script.ts";

// More pairs than these are not weighed: what is left is removed and added.
const maxPairs = 40_000;

/**
 * Of two lists without an order: equal items cancel; of the rest two items are one that changed when a child that names
 * them is equal, else when they share most leaves and at least half of them. Symmetric, so a difference turned around
 * is the same difference.
 */
export function scriptOfBags(left: readonly JsonValue[], right: readonly JsonValue[]): ListScript {
  const rest = withoutEqual(left.map(canonicalJson), right.map(canonicalJson));
  const [before, after] = [
    rest.left.map((index) => anItem(index, left[index] ?? null)),
    rest.right.map((index) => anItem(index, right[index] ?? null)),
  ];
  const candidates = before.length * after.length > maxPairs ? [] : candidatesOf(before, after);
  const changed = takeBest(candidates);
  const taken = { left: new Set(changed.map(([each]) => each)), right: new Set(changed.map(([, each]) => each)) };
  return {
    moved: [],
    changed,
    removed: rest.left.filter((each) => !taken.left.has(each)),
    added: rest.right.filter((each) => !taken.right.has(each)),
  };
}

/** Positions of the items that have no equal one on the other side. */
function withoutEqual(left: readonly string[], right: readonly string[]): { left: number[]; right: number[] } {
  const free = Map.groupBy(right.keys(), (index) => right[index] ?? "");
  const onlyLeft = [...left.keys()].filter((index) => free.get(left[index] ?? "")?.shift() === undefined);
  return { left: onlyLeft, right: [...free.values()].flat().toSorted((a, b) => a - b) };
}

type Item = { readonly index: number; readonly text: string; readonly leaves: ReadonlyMap<string, string> };

function anItem(index: number, value: JsonValue): Item {
  return { index, text: canonicalJson(value), leaves: new Map(leavesOf(value, "")) };
}

// Equal in most items of one list, and so no sign that two of them are one.
const saysWhatAllAre = new Set(["@odata.type", "settingDefinitionId"]);

function leavesOf(value: JsonValue, path: string): [string, string][] {
  if (isList(value)) return value.flatMap((item, index) => leavesOf(item, `${path}/${index}`));
  if (isObject(value)) {
    const said = Object.entries(value).filter(([name]) => !saysWhatAllAre.has(name));
    return said.flatMap(([name, each]) => leavesOf(each, `${path}/${name}`));
  }
  return [[path, canonicalJson(value)]];
}

type Candidate = { readonly pair: Pair; readonly isNamed: boolean; readonly equal: number; readonly texts: string };

function candidatesOf(left: readonly Item[], right: readonly Item[]): Candidate[] {
  return left.flatMap((before) => right.flatMap((after) => toCandidate(before, after) ?? []));
}

function toCandidate(left: Item, right: Item): Candidate | undefined {
  const same = [...left.leaves].filter(([path, text]) => right.leaves.get(path) === text);
  const isNamed = same.some(([path]) => names(path));
  if (!isNamed && same.length * 2 < Math.max(left.leaves.size, right.leaves.size, 1)) return undefined;
  const texts = [left.text, right.text].toSorted().join("\n");
  return { pair: [left.index, right.index], isNamed, equal: same.length, texts };
}

/** A leaf that says which item it is: a name of its own, or the setting of the catalog that holds one. */
function names(path: string): boolean {
  return path.split("/").some((step) => step.endsWith("_name") || step === "displayName" || step === "name");
}

function takeBest(candidates: readonly Candidate[]): Pair[] {
  const sorted = candidates.toSorted(
    (a, b) => Number(b.isNamed) - Number(a.isNamed) || b.equal - a.equal || (a.texts < b.texts ? -1 : 1),
  );
  const taken = { left: new Set<number>(), right: new Set<number>() };
  return sorted.flatMap(({ pair }) => {
    const [left, right] = pair;
    if (taken.left.has(left) || taken.right.has(right)) return [];
    taken.left.add(left);
    taken.right.add(right);
    return [pair];
  });
}
