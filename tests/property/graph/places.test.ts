import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ValuePath, valuesAt, withoutValuesAt } from "../../../src/domain/graph/values-at.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";

const name = fc.constantFrom("a", "b", "value");
const { object } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<JsonValue>(null, false, 0, "secret"),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.dictionary(name, tie("value"), { noNullPrototype: true }),
}));

const step = fc.oneof(
  name,
  name.map((each) => `${each}[]`),
  fc.constant("**"),
);
const path = fc.tuple(fc.array(step, { maxLength: 3 }), name).map(([steps, last]) => [...steps, last].join("."));
const when = fc.constantFrom(undefined, { property: "a", is: "secret" }, { property: "b", is: false });
const place: fc.Arbitrary<ValuePath> = fc.record({ path, when });

describe("a place", () => {
  it("holds nothing any more once it was taken out, at any depth (P7.1)", () => {
    fc.assert(
      fc.property(object, place, (whole, each) => {
        expect(valuesAt(withoutValuesAt(whole, [each]), each)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("takes nothing out of an object that has no property of its last name", () => {
    fc.assert(
      fc.property(object, place, (whole, each) => {
        fc.pre(typeof each !== "string" && valuesAt(whole, { path: `**.${each.path.split(".").at(-1)}` }).length === 0);
        expect(withoutValuesAt(whole, [each])).toEqual(whole);
      }),
    );
  });
});
