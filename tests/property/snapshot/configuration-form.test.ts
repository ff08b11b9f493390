import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedAt } from "../../../src/domain/graph/values-at.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { configurationHash, toConfigurationForm } from "../../../src/domain/snapshot/configuration-form.ts";

const contract = {
  volatile: ["version"],
  children: [{ path: "a", nested: { path: "b" } }],
  links: [{ path: "b", isMany: true }],
  references: [{ to: "group", path: "value[]" }],
};

const name = fc.constantFrom(
  "a",
  "b",
  "version",
  "value",
  "lastModifiedDateTime",
  "x@odata.type",
  "@odata.type",
  "__proto__",
);
const { object } = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, false, 0, "", "text", 1.5),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.array(fc.tuple(name, tie("value")), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
}));

/** The same JSON value with the properties of every object in the opposite order. */
function turned(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, each]) => [key, turned(each)]));
}

/** The same JSON value with every list at a place in the opposite order. */
function reversedAt(payload: JsonObject, place: string): JsonObject {
  return changedAt(payload, place, (value) => (Array.isArray(value) ? value.toReversed() : value));
}

describe("configuration hash and canonical JSON", () => {
  it("configuration hash and canonical JSON do not depend on the order of properties", () => {
    fc.assert(
      fc.property(object, (payload) => {
        // Turning an object gives an object.
        const other = turned(payload) as JsonObject;
        expect(canonicalJson(other)).toBe(canonicalJson(payload));
        expect(configurationHash(contract, other)).toBe(configurationHash(contract, payload));
      }),
    );
  });

  it("configuration hash and canonical JSON give back the value when the text is read", () => {
    fc.assert(
      fc.property(object, (payload) => {
        expect(JSON.parse(canonicalJson(payload))).toEqual(payload);
      }),
    );
  });

  it("configuration hash and canonical JSON do not depend on the order of lists that have none (L4)", () => {
    fc.assert(
      fc.property(object, fc.constantFrom("a", "a[].b", "b", "value"), (payload, place) => {
        expect(configurationHash(contract, reversedAt(payload, place))).toBe(configurationHash(contract, payload));
      }),
    );
  });

  it("configuration hash and canonical JSON take the form of a form for what it is", () => {
    fc.assert(
      fc.property(object, (payload) => {
        const form = toConfigurationForm(contract, payload);
        expect(toConfigurationForm(contract, form)).toEqual(form);
      }),
    );
  });

  it("configuration hash and canonical JSON ignore whatever stands in a volatile property, a time or an annotation", () => {
    const ignored = fc.constantFrom(
      "id",
      "version",
      "createdDateTime",
      "modifiedDateTime",
      "a@odata.context",
      "#action",
    );
    fc.assert(
      fc.property(object, ignored, fc.string(), (payload, property, value) => {
        const { [property]: _own, ...without } = payload;
        expect(configurationHash(contract, { ...without, [property]: value })).toBe(
          configurationHash(contract, without),
        );
      }),
    );
  });
});
