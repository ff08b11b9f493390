import { z } from "zod";
import type { InventoryObject } from "./inventory-object.ts";

const time = z.iso.datetime().nullable();

/**
 * When each object type of a tenant was last listed completely, and how many objects it had. Types are over a hundred
 * and most are listed by the same runs: one time says it for all that are not named.
 */
export const listingSchema = z.object({
  /** When the reading began that listed most types; null: most were never listed. */
  usual: time,
  /** Types whose last complete listing is another one; null: never listed, as those that are read by id. */
  apart: z.record(z.string(), time),
  /** Objects by type; a type without any is not named. */
  objects: z.record(z.string(), z.int().min(1)),
});

export type Listing = z.infer<typeof listingSchema>;

export const neverListed: Listing = { usual: null, apart: {}, objects: {} };

/** Types that were listed completely by a reading that began at `at` (ISO 8601 UTC), with how many objects each had. */
export type CompleteListings = { readonly at: string; readonly objects: ReadonlyMap<string, number> };

/** When a type was last listed completely, or null. */
export function listedAt({ usual, apart }: Listing, type: string): string | null {
  return Object.hasOwn(apart, type) ? (apart[type] ?? null) : usual;
}

/** When most types were listed, or else the newest of those that were; null when nothing ever was. */
export function lastListedAt({ usual, apart }: Listing): string | null {
  const others = Object.values(apart).filter((at) => at !== null);
  return usual ?? others.sort().at(-1) ?? null;
}

/** The listing with what a run found; of two times of a type the newer one stays. `types`: all of the product. */
export function withListed(before: Listing, found: CompleteListings, types: readonly string[]): Listing {
  const known = new Set([...types, ...Object.keys(before.apart), ...found.objects.keys()]);
  const each = [...known].sort().map((type) => {
    const [seen, now] = [listedAt(before, type), found.objects.get(type)];
    const isNewer = now !== undefined && (seen === null || found.at >= seen);
    return { type, at: isNewer ? found.at : seen, objects: isNewer ? now : (before.objects[type] ?? 0) };
  });
  const usual = mostFrequent(each.map(({ at }) => at));
  return {
    usual,
    apart: Object.fromEntries(each.filter(({ at }) => at !== usual).map(({ type, at }) => [type, at])),
    objects: Object.fromEntries(each.filter(({ objects }) => objects > 0).map(({ type, objects }) => [type, objects])),
  };
}

function mostFrequent(times: readonly (string | null)[]): string | null {
  const groups = [...Map.groupBy(times, (at) => at)].toSorted(([, a], [, b]) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}

/**
 * An object as its readers see it: what was present in the last complete listing of its type was seen then, although
 * nothing was written. One that is missing was last seen when its own document says.
 */
export function seenInListing(object: InventoryObject, listing: Listing): InventoryObject {
  const listed = listedAt(listing, object.type);
  if (object.state === "missing" || listed === null || listed <= object.lastSeenAt) return object;
  return { ...object, lastSeenAt: listed };
}
