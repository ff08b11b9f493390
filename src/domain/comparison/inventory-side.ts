import { type Listing, listedAt } from "../inventory/listing.ts";
import type { HashedObject } from "../inventory/repository.ts";
import { compareEntries } from "../snapshot/entry.ts";
import type { ComparedEntry, ComparedTypes } from "./compared-side.ts";

/** Objects of an inventory that are present, in the order of manifests: it is stored in another. */
export function presentEntries(objects: readonly HashedObject[]): ComparedEntry[] {
  return objects
    .filter(({ state }) => state === "present")
    .map(({ type, id, name, configurationHash, formId }) => ({ type, id, name, configurationHash, formId }))
    .toSorted(compareEntries);
}

/**
 * What an inventory says of what is not in it. It forgets nothing: of an object that is gone it says so, and one that it
 * does not know is no evidence. `since` (ISO 8601 UTC): when the other side was read; a type that was not listed
 * completely after that is incomplete.
 */
export function typesOfInventory(
  types: readonly string[],
  objects: readonly HashedObject[],
  listing: Listing,
  since: string,
): ComparedTypes {
  const missing = objects.filter(({ state }) => state === "missing");
  const gone = Map.groupBy(missing, ({ type }) => type);
  return new Map(
    [...new Set([...types, ...gone.keys()])].flatMap((type) => {
      const at = listedAt(listing, type);
      const ids = new Set(gone.get(type)?.map(({ id }) => id));
      if (at === null && ids.size === 0) return [];
      const state = at !== null && at >= since ? "complete" : "incomplete";
      return [[type, { type, typeState: { state }, gone: ids }] as const];
    }),
  );
}

/** When the types of an inventory were listed, the first and the last (ISO 8601 UTC); null where none ever was. */
export function windowOfInventory(types: readonly string[], listing: Listing): { from: string; to: string } | null {
  const times = types.flatMap((type) => listedAt(listing, type) ?? []).sort();
  const [from, to] = [times[0], times.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
