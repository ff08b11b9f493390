import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Listing,
  lastListedAt,
  listedAt,
  neverListed,
  seenInListing,
  withListed,
} from "../../../src/domain/inventory/listing.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";

const types = ["a", "b", "c", "d", "e"];
const timeAt = (day: number): string => new Date(Date.UTC(2026, 2, day)).toISOString();
const listed = (day: number, objects: Record<string, number>) => ({
  at: timeAt(day),
  objects: new Map(Object.entries(objects)),
});
const allAt = (day: number): Listing => withListed(neverListed, listed(day, { a: 1, b: 0, c: 2, d: 0, e: 0 }), types);

describe("what a tenant's listing says", () => {
  it("is one time for most types, and what differs from it", () => {
    expect(allAt(1)).toEqual({ usual: timeAt(1), apart: {}, objects: { a: 1, c: 2 } });
    expect(withListed(allAt(1), listed(2, { b: 3 }), types)).toEqual({
      usual: timeAt(1),
      apart: { b: timeAt(2) },
      objects: { a: 1, b: 3, c: 2 },
    });
  });

  it("does not move for types that a run did not list completely", () => {
    const next = withListed(allAt(1), listed(2, { a: 1, b: 0, c: 0 }), types);
    expect(next).toEqual({ usual: timeAt(2), apart: { d: timeAt(1), e: timeAt(1) }, objects: { a: 1 } });
  });

  it("was last of the time of most types, or else of the newest that was listed at all", () => {
    expect(lastListedAt(neverListed)).toBeNull();
    expect(lastListedAt(withListed(neverListed, listed(1, { a: 1 }), types))).toBe(timeAt(1));
    expect(lastListedAt(withListed(allAt(1), listed(2, { b: 3 }), types))).toBe(timeAt(1));
  });

  it("a listing says that a type was never listed, until it is", () => {
    const first = withListed(neverListed, listed(1, { a: 1 }), types);
    expect(first).toEqual({ usual: null, apart: { a: timeAt(1) }, objects: { a: 1 } });
    expect(types.map((type) => listedAt(first, type))).toEqual([timeAt(1), null, null, null, null]);
  });

  it("keeps types that only a newer version knows", () => {
    const newer = withListed(allAt(1), listed(2, { f: 4 }), [...types, "f"]);
    expect(listedAt(withListed(newer, listed(3, { a: 1 }), types), "f")).toBe(timeAt(2));
  });

  it("is the newest time of each type, in whatever order runs end", () => {
    const found = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      objects: fc.dictionary(fc.constantFrom(...types), fc.nat({ max: 3 })),
    });
    fc.assert(
      fc.property(fc.array(found, { maxLength: 8 }), (runs) => {
        const all = runs.reduce(
          (before, { day, objects }) => withListed(before, listed(day, objects), types),
          neverListed,
        );
        for (const type of types) {
          const days = runs.flatMap(({ day, objects }) => (Object.hasOwn(objects, type) ? [day] : []));
          expect(listedAt(all, type)).toBe(days.length === 0 ? null : timeAt(Math.max(...days)));
        }
      }),
    );
  });
});

describe("when an object was last seen", () => {
  const object = anInventoryObject({ type: "a", lastSeenAt: timeAt(5) });

  it("is the later of its own time and its type's", () => {
    expect(seenInListing(object, allAt(4)).lastSeenAt).toBe(timeAt(5));
    expect(seenInListing(object, allAt(6)).lastSeenAt).toBe(timeAt(6));
    expect(seenInListing(object, neverListed).lastSeenAt).toBe(timeAt(5));
  });

  it("is its own time when it is missing (P1.1)", () => {
    expect(seenInListing({ ...object, state: "missing" }, allAt(6)).lastSeenAt).toBe(timeAt(5));
  });
});
