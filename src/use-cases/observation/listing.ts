import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import { typeOfObject } from "../../domain/graph/type-of-object.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import { toJsonText } from "../../domain/json/exact-json.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { type ListedObject, toListedObject } from "./listed-object.ts";

/** What the list of a collection has shown so far. */
export type Listing = {
  /** Tells an object that the list shows: of which type it is, and whether it is another than the one of its id before. */
  readonly add: (object: JsonObject) => ListItem;
  readonly shows: (id: string) => boolean;
  /** Key of the type that reads the object; undefined where the list does not show it, or no type reads it. */
  readonly typeOf: (id: string) => string | undefined;
};

export type ListItem = {
  readonly type: string | undefined;
  readonly listed: ListedObject;
  /** Of JSON, as the list shows it, about. */
  readonly bytes: number;
  /**
   * `repeated`: the same as before, because the list moved while it was read. `conflicting`: another object with the id of one
   * before. What has no id is always new.
   */
  readonly occurrence: "new" | "repeated" | "conflicting";
};

export function makeListing(siblings: readonly [ObjectTypeContract, ...ObjectTypeContract[]]): Listing {
  const seen = new Map<string, { readonly type: string | undefined; readonly hash: string }>();

  function occurrenceOf({ id }: ListedObject, type: string | undefined, text: string): ListItem["occurrence"] {
    if (id === "") return "new";
    const hash = hashOfText(text);
    const before = seen.get(id);
    if (!before) seen.set(id, { type, hash });
    if (!before) return "new";
    return before.hash === hash ? "repeated" : "conflicting";
  }

  return {
    add: (object) => {
      const contract = typeOfObject(siblings, object);
      const listed = toListedObject(contract ?? siblings[0], object);
      const text = toJsonText(object);
      return { type: contract?.key, listed, bytes: text.length, occurrence: occurrenceOf(listed, contract?.key, text) };
    },
    shows: (id) => seen.has(id),
    typeOf: (id) => seen.get(id)?.type,
  };
}
