import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { isList, isObject } from "../../../src/domain/json/is-object.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import type { MicrosoftTypes } from "../../graph/microsoft-types.ts";
import { randomCollection } from "../graph/random-collection.ts";
import { makeRandomSource } from "../graph/random-source.ts";

/** Three payloads of one type: one, the same with some places changed, and another. */
export type FormCase = {
  readonly contract: ObjectTypeContract;
  readonly payload: JsonObject;
  readonly edited: JsonObject;
  readonly other: JsonObject;
};

const collections = [
  ...Map.groupBy(
    contracts.filter(({ read }) => read !== "never"),
    collectionOf,
  ).values(),
];

/** The same seed gives the same case. */
export function randomFormCase(microsoft: MicrosoftTypes, seed: number): FormCase {
  const random = makeRandom(seed);
  const siblings = random.pick(collections);
  const source = makeRandomSource(microsoft, random, { from: 0, to: 6 });
  const [one, ...others] = randomCollection(source, siblings, 4).filter(({ expected }) => expected !== undefined);
  const contract = siblings.find(({ key }) => key === one?.type);
  if (!one?.expected || !contract) return randomFormCase(microsoft, seed + 1_000_003);
  const other = others.find(({ type }) => type === one.type)?.expected ?? edited(one.expected, random);
  return { contract, payload: one.expected, edited: edited(one.expected, random), other };
}

/** The same object after a person was at it: here and there another value, an item less, more or elsewhere. */
function edited(value: JsonObject, random: Random): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, editedValue(each, random)]));
}

function editedValue(value: JsonValue, random: Random): JsonValue {
  if (isList(value)) return editedList(value, random);
  if (isObject(value)) return edited(value, random);
  return random.chance(10) ? random.pick<JsonValue>([null, "", 0, 7, true, false, "edited"]) : value;
}

function editedList(list: readonly JsonValue[], random: Random): JsonValue {
  const items = list.filter(() => !random.chance(10)).map((item) => editedValue(item, random));
  const more = random.chance(15) && items[0] !== undefined ? [...items, items[0]] : items;
  return random.chance(25) ? random.sample(more, more.length) : more;
}

/** The same object as another answer of Graph may write it: properties and lists without an order in any order. */
export function shuffled(
  value: JsonValue,
  isUnordered: (place: string) => boolean,
  random: Random,
  place = "",
): JsonValue {
  if (isList(value)) {
    const items = value.map((item) => shuffled(item, isUnordered, random, place));
    return isUnordered(place) ? random.sample(items, items.length) : items;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => {
    return [name, shuffled(each, isUnordered, random, place === "" ? name : `${place}.${name}`)] as const;
  });
  return Object.fromEntries(random.sample(entries, entries.length));
}
