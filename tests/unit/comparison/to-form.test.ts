import { describe, expect, it } from "vitest";
import { makeConfigurationHash, toForm } from "../../../src/domain/comparison/to-form.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { aComparedBy } from "../../builders/a-compared-by.ts";

const contract = aComparedBy({
  volatile: ["version", "settingCount", "settings[].id"],
  children: [{ path: "settings", query: "$expand=actions" }],
  links: [{ path: "certificates" }],
  references: [{ to: "group", path: "users.include[]" }],
  secrets: [{ path: "**.password", kind: "masked", when: { property: "isEncrypted", is: true } }],
  comparison: {
    ignore: ["tracking"],
    keepsEmpty: ["prefix"],
    plainTypes: ["#microsoft.graph.keyValuePair"],
    orderedSettings: ["ordered"],
    lists: [
      { at: "parts", key: ["name", "kind.@odata.type"] },
      { at: "values", key: "content" },
      { at: "steps", key: "order" },
    ],
  },
});

const policy: JsonObject = {
  "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
  id: "1",
  name: "Baseline",
  version: 3,
  lastModifiedDateTime: "2026-01-01T00:00:00Z",
  settings: [{ id: "0", value: true, "value@odata.type": "#Boolean", lastModifiedDateTime: "2026-01-01T00:00:00Z" }],
};

const formOf = (payload: JsonObject): JsonObject => toForm(contract, payload);
const hashOf = (payload: JsonObject): string => makeConfigurationHash(contract)(payload);
const payloadHashOf = (payload: JsonObject): string => hashOfText(canonicalJson(payload));

describe("the form of an object", () => {
  it("is the same when only volatile things changed, while the payload is another (pitfall 37)", () => {
    const later = {
      ...policy,
      version: 4,
      priority: 7,
      tracking: "another",
      lastModifiedDateTime: "2026-02-02T00:00:00Z",
      "@odata.context": "another",
      settings: [
        { id: "0", value: true, "value@odata.type": "#Boolean", lastModifiedDateTime: "2026-02-02T00:00:00Z" },
      ],
    };
    expect(hashOf(later)).toBe(hashOf(policy));
    expect(payloadHashOf(later)).not.toBe(payloadHashOf(policy));
  });

  it("is the same in another tenant, where the object has another id", () => {
    expect(hashOf({ ...policy, id: "2" })).toBe(hashOf(policy));
  });

  it("has no ids that are only positions: a setting put in front is one setting more", () => {
    const two = [
      { id: "0", value: false },
      { id: "1", value: true },
    ];
    expect(formOf({ settings: two })).toEqual({ settings: [{ value: false }, { value: true }] });
    expect(formOf(policy)["settings"]).toEqual([{ value: true }]);
  });

  it("is another one with another value or another type", () => {
    const others = [
      { ...policy, settings: [{ id: "0", value: false }] },
      { ...policy, "@odata.type": "#microsoft.graph.other" },
      { ...policy, settings: [] },
    ];
    expect(new Set([policy, ...others].map(hashOf)).size).toBe(others.length + 1);
  });

  it("names no type that the place of a value says already, and every other", () => {
    const typed = (name: string): JsonObject => ({ pair: { "@odata.type": `#microsoft.graph.${name}`, value: 1 } });
    expect(formOf(typed("keyValuePair"))).toEqual({ pair: { value: 1 } });
    expect(formOf(typed("omaSettingString"))).toEqual(typed("omaSettingString"));
  });

  it("counts null, an empty list and an empty text as missing; false and zero never, and an empty value is a value (pitfall 37)", () => {
    const absent = [null, "", []].map((description) => formOf({ description }));
    expect(absent).toEqual([{}, {}, {}]);
    expect(formOf({ a: false, b: 0, c: {} })).toEqual({ a: false, b: 0, c: {} });
    expect(formOf({ prefix: "", value: "", list: [{ value: "" }] })).toEqual({
      prefix: "",
      value: "",
      list: [{ value: "" }],
    });
    expect(formOf({ prefix: null, value: [] })).toEqual({});
  });

  it("keeps null inside lists, where a place is a place", () => {
    expect(formOf({ a: [null, { b: null }] })).toEqual({ a: [null, {}] });
  });

  it("says of a secret only that there is one, and keeps what looks like it and is none", () => {
    const at = (isEncrypted: boolean): JsonObject => ({ deep: [{ isEncrypted, password: "swordfish" }] });
    expect(formOf(at(true))).toEqual({ deep: [{ isEncrypted: true, password: { secret: "set" } }] });
    expect(formOf(at(false))).toEqual(at(false));
    expect(formOf({ isEncrypted: true, password: null })).toEqual({ isEncrypted: true });
  });
});

describe("lists in a form", () => {
  it("lists have no order where Graph gives none: parts, what they were expanded by, links and ids of others", () => {
    const [one, two] = [{ value: 1 }, { value: 2 }];
    const lists = (a: JsonValue[]): JsonObject[] => [
      { settings: a },
      { settings: [{ actions: a }] },
      { certificates: a },
      { users: { include: a } },
      { values: a },
      { parts: a },
    ];
    for (const [index, there] of lists([one, two]).entries()) {
      expect(hashOf(lists([two, one])[index] ?? {})).toBe(hashOf(there));
    }
  });

  it("lists keep every other order, which may be a meaning", () => {
    const rules = [{ port: 1 }, { port: 2 }];
    for (const name of ["rules", "steps"]) {
      expect(hashOf({ [name]: rules.toReversed() })).not.toBe(hashOf({ [name]: rules }));
    }
  });

  it("a form keeps the order of a setting's values where the setting is one with an order", () => {
    const bag = aComparedBy({
      comparison: { orderedSettings: ["ordered"], lists: [{ at: "**.values", key: "content" }] },
    });
    const of = (settingDefinitionId: string, values: number[]) =>
      makeConfigurationHash(bag)({ setting: { settingDefinitionId, values } });
    expect(of("ordered", [2, 1])).not.toBe(of("ordered", [1, 2]));
    expect(of("another", [2, 1])).toBe(of("another", [1, 2]));
  });

  it("lists become maps by the names of their items, and equal names are told apart in the order of content", () => {
    const kind = { "@odata.type": "#microsoft.graph.iosApp" };
    const parts = [{ name: "b" }, { name: "a", kind, x: 2 }, { name: "a", kind, x: 1 }, { x: 3 }];
    expect(formOf({ parts })).toEqual({
      parts: {
        "": { x: 3 },
        "a iosApp": { name: "a", kind, x: 1 },
        "a iosApp#2": { name: "a", kind, x: 2 },
        b: { name: "b" },
      },
    });
  });

  it("lists count what stands twice twice", () => {
    for (const name of ["settings", "parts", "values"]) {
      expect(hashOf({ [name]: [{ name: "a" }, { name: "a" }] })).not.toBe(hashOf({ [name]: [{ name: "a" }] }));
    }
  });

  it("lists take a name that looks like a second one for what it is", () => {
    const parts = [{ name: "a#2" }, { name: "a", x: 1 }, { name: "a", x: 2 }];
    const form = formOf({ parts });
    expect(Object.keys(Object(form["parts"])).toSorted()).toEqual(["a", "a#2", "a#2#2"]);
    expect(formOf(form)).toEqual(form);
  });
});

describe("assignments in a form", () => {
  const target = (more: JsonObject): JsonObject => ({
    "@odata.type": "#microsoft.graph.groupAssignmentTarget",
    groupId: "g1",
    ...more,
  });
  const withAssignments = (...assignments: JsonValue[]): JsonObject => ({ ...policy, assignments });
  const one = { id: "p_g1", source: "direct", sourceId: "p", target: target({ groupId: "g1" }) };
  const two = { id: "p_g2", source: "direct", sourceId: "p", target: target({ groupId: "g2" }) };

  it("assignments are known by whom they concern, and have no order, ids or source of their own", () => {
    expect(hashOf(withAssignments(one, two))).toBe(hashOf(withAssignments(two, { target: one.target })));
    expect(Object.keys(Object(formOf(withAssignments(one, two))["assignments"]))).toEqual([
      "groupAssignmentTarget g1",
      "groupAssignmentTarget g2",
    ]);
  });

  it("an include and an exclude of one group are two assignments, and so are those of two intents", () => {
    const excluded = { target: target({ "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget" }) };
    const available = { ...one, intent: "available" };
    const form = formOf(withAssignments(one, excluded, available));
    expect(Object.keys(Object(form["assignments"]))).toHaveLength(3);
  });

  it("assignments without a filter are the same in every spelling of it", () => {
    const zero = "00000000-0000-0000-0000-000000000000";
    const spellings: JsonObject[] = [
      {},
      { deviceAndAppManagementAssignmentFilterId: null, deviceAndAppManagementAssignmentFilterType: "none" },
      { deviceAndAppManagementAssignmentFilterId: zero, deviceAndAppManagementAssignmentFilterType: "none" },
      { deviceAndAppManagementAssignmentFilterId: null },
    ];
    const hashes = spellings.map((more) => hashOf(withAssignments({ target: target(more) })));
    expect(new Set(hashes).size).toBe(1);
  });

  it("assignments with a filter, with its opposite and with another group are all different (pitfall 16)", () => {
    const filter = (type: string): JsonObject => ({
      deviceAndAppManagementAssignmentFilterId: "f1",
      deviceAndAppManagementAssignmentFilterType: type,
    });
    const targets = [target({}), target(filter("include")), target(filter("exclude")), target({ groupId: "g2" })];
    const hashes = targets.map((each) => hashOf(withAssignments({ target: each })));
    expect(new Set(hashes).size).toBe(targets.length);
  });

  it("assignments that are none are the same as an object that has none to give", () => {
    expect(hashOf(withAssignments())).toBe(hashOf(policy));
  });
});
