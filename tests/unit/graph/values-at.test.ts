import { describe, expect, it } from "vitest";
import { valuesAt, withoutPlaces } from "../../../src/domain/graph/values-at.ts";

const object = {
  id: "1",
  users: { include: ["a", "b"], none: null },
  rules: [{ actions: [{ to: "x" }, { to: "y" }] }, { actions: [] }, { other: true }],
};

describe("values at a place", () => {
  it("are those of every item of every list on the way", () => {
    expect(valuesAt(object, "rules[].actions[].to")).toEqual(["x", "y"]);
    expect(valuesAt(object, "users.include[]")).toEqual(["a", "b"]);
  });

  it("are none where the place is not there, or is no list", () => {
    expect(valuesAt(object, "users.exclude[]")).toEqual([]);
    expect(valuesAt(object, "id[]")).toEqual([]);
    expect(valuesAt(object, "users.none.deeper")).toEqual([]);
  });

  it("may be null, which is not the same as absent", () => {
    expect(valuesAt(object, "users.none")).toEqual([null]);
  });
});

describe("an object without places", () => {
  it("has lost what stands there, in every item, and nothing else", () => {
    expect(withoutPlaces(object, ["rules[].actions[].to", "id"])).toEqual({
      users: object.users,
      rules: [{ actions: [{}, {}] }, { actions: [] }, { other: true }],
    });
  });

  it("is what it was when the place is not there", () => {
    expect(withoutPlaces(object, ["users.exclude[].id", "nothing", "id.deeper"])).toEqual(object);
  });

  it("leaves the object that was given as it was", () => {
    const before = structuredClone(object);
    withoutPlaces(object, ["users.include"]);
    expect(object).toEqual(before);
  });
});
