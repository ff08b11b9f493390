import type { Change } from "../../domain/comparison/change.ts";
import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import { differencesOf } from "../../domain/comparison/equality.ts";
import { type EntryPair, joinEntries } from "../../domain/comparison/join-entries.ts";
import type { SideName } from "../../domain/comparison/pair-by-name.ts";
import { type Sides, toReading } from "../../domain/comparison/row-of-pair.ts";
import { toForm } from "../../domain/comparison/to-form.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

type Entries = AsyncIterable<ComparedEntry>;

/** A pair of which both sides have the object, and what they are. */
export type WholePair = Extract<EntryPair, { readonly left: ComparedEntry; readonly right: ComparedEntry }>;

/** How objects of two sides find each other, and by which form they are compared. One comparison uses it, once. */
export type Matching = {
  readonly by: "id" | "name";
  /** Passes a side's entries on; it must see all of them before a payload is compared. */
  readonly watch: (side: SideName, entries: Entries) => Entries;
  /** What the sides say of types, as far as it counts between them. */
  readonly typesOf: (types: Sides) => Sides;
  readonly pair: (left: Entries, right: Entries) => AsyncIterable<EntryPair>;
  /** Whether equal hashes say that objects of the type are equal. */
  readonly trustsHashes: (contract: ObjectTypeContract | undefined) => boolean;
  readonly formOf: (side: SideName, contract: ObjectTypeContract, payload: JsonObject) => JsonObject;
  /** What differs; `other_kind` of two objects of one name that are no two readings of one thing. */
  readonly differencesOf: (
    contract: ObjectTypeContract,
    pair: WholePair,
    types: Sides,
    payloads: readonly [JsonObject, JsonObject],
  ) => Promise<readonly Change[] | "other_kind">;
};

/** Of two sides of one tenant: an object is known by its id. */
export const matchById: Matching = {
  by: "id",
  watch: (_side, entries) => entries,
  typesOf: (types) => types,
  pair: joinEntries,
  trustsHashes: () => true,
  formOf: (_side, contract, payload) => toForm(contract, payload),
  differencesOf: (contract, { left, right }, types, payloads) =>
    differencesOf(contract, [toReading(left, types.left), toReading(right, types.right)], async () => payloads),
};
