import { describe, expect, it } from "vitest";
import { changedAt, valuesAt, withoutValuesAt } from "../../../src/domain/graph/values-at.ts";

const object = {
  id: "1",
  users: { include: ["a", "b"], none: null },
  rules: [{ actions: [{ to: "x" }, { to: "y" }] }, { actions: [] }, { other: true }],
};

const deep = {
  value: 0,
  settings: [
    { value: 1 },
    { choice: { kind: "secret", value: 2, children: [[{ kind: "plain", value: 3 }]] } },
    { value: { value: 4 } },
  ],
};

describe("values at a place", () => {
  it("values at a place are those of every item of every list on the way", () => {
    expect(valuesAt(object, "rules[].actions[].to")).toEqual(["x", "y"]);
    expect(valuesAt(object, "users.include[]")).toEqual(["a", "b"]);
  });

  it("values at a place are none where the place is not there, or is no list", () => {
    expect(valuesAt(object, "users.exclude[]")).toEqual([]);
    expect(valuesAt(object, "id[]")).toEqual([]);
    expect(valuesAt(object, "users.none.deeper")).toEqual([]);
  });

  it("values at a place are those of every depth where the place says any depth, in lists and in objects", () => {
    expect(valuesAt(deep, "settings[].**.value")).toEqual([1, 2, 3, { value: 4 }, 4]);
    expect(valuesAt(deep, "**.value")).toEqual([0, 1, 2, 3, { value: 4 }, 4]);
  });

  it("values at a place are only those whose holder says so, where the place asks for that", () => {
    const when = { property: "kind", is: "secret" };
    expect(valuesAt(deep, { path: "settings[].**.value", when })).toEqual([2]);
    expect(valuesAt(deep, { path: "value", when })).toEqual([]);
  });

  it("may be null, which is not the same as absent", () => {
    expect(valuesAt(object, "users.none")).toEqual([null]);
  });
});

describe("an object without places", () => {
  it("has lost what stands there, in every item, and nothing else", () => {
    expect(withoutValuesAt(object, ["rules[].actions[].to", "id"])).toEqual({
      users: object.users,
      rules: [{ actions: [{}, {}] }, { actions: [] }, { other: true }],
    });
  });

  it("has lost what stands at any depth, where the place says any depth", () => {
    expect(withoutValuesAt(deep, ["settings[].**.value"])).toEqual({
      value: 0,
      settings: [{}, { choice: { kind: "secret", children: [[{ kind: "plain" }]] } }, {}],
    });
  });

  it("has lost only what a holder says to be meant, where the place asks for that", () => {
    const without = withoutValuesAt(deep, [{ path: "**.value", when: { property: "kind", is: "secret" } }]);
    expect(valuesAt(without, "**.value")).toEqual([0, 1, 3, { value: 4 }, 4]);
  });

  it("is what it was when the place is not there", () => {
    expect(withoutValuesAt(object, ["users.exclude[].id", "nothing", "id.deeper"])).toEqual(object);
  });

  it("an object with other values at a place has changed there and nowhere else", () => {
    const changed = changedAt(object, "rules[].actions[].to", (value) => [value]);
    expect(changed).toEqual({
      ...object,
      rules: [{ actions: [{ to: ["x"] }, { to: ["y"] }] }, ...object.rules.slice(1)],
    });
    expect(changedAt(object, "users.include[]", () => [])).toMatchObject({ users: { include: [], none: null } });
  });

  it("leaves the object that was given as it was", () => {
    const before = structuredClone(object);
    withoutValuesAt(object, ["users.include"]);
    expect(object).toEqual(before);
  });
});
