import { describe, expect, it } from "vitest";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { configurationHash, toConfigurationForm } from "../../../src/domain/snapshot/configuration-form.ts";

const contract = {
  volatile: ["version", "settingCount", "settings[].id"],
  children: [{ path: "settings", query: "$expand=actions" }],
  links: [{ path: "certificates", isMany: true }],
  references: [{ to: "group", path: "users.include[]" }],
};

const policy: JsonObject = {
  "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
  id: "1",
  name: "Baseline",
  version: 3,
  lastModifiedDateTime: "2026-01-01T00:00:00Z",
  settings: [{ id: "0", value: true, "value@odata.type": "#Boolean", lastModifiedDateTime: "2026-01-01T00:00:00Z" }],
};

const hashOf = (payload: JsonObject): string => configurationHash(contract, payload);
const payloadHashOf = (payload: JsonObject): string => hashOfText(canonicalJson(payload));

const target = (more: JsonObject): JsonObject => ({
  "@odata.type": "#microsoft.graph.groupAssignmentTarget",
  groupId: "g1",
  ...more,
});
const withAssignments = (...assignments: JsonValue[]): JsonObject => ({ ...policy, assignments });

describe("the configuration of an object", () => {
  it("is the same when only volatile things changed, while the payload is another (pitfall 37)", () => {
    const later = {
      ...policy,
      version: 4,
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
    const two = {
      ...policy,
      settings: [
        { id: "0", value: false },
        { id: "1", value: true },
      ],
    };
    expect(toConfigurationForm(contract, two)["settings"]).toEqual([{ value: false }, { value: true }]);
    expect(toConfigurationForm(contract, policy)["settings"]).toEqual([{ value: true }]);
  });

  it("is another one with another value or another type", () => {
    const others = [
      { ...policy, settings: [{ id: "0", value: false }] },
      { ...policy, "@odata.type": "#microsoft.graph.other" },
      { ...policy, settings: [] },
    ];
    expect(new Set([policy, ...others].map(hashOf)).size).toBe(others.length + 1);
  });

  it("has no order where Graph gives none: parts, what they were expanded by, links and ids of others", () => {
    const [one, two] = [{ value: 1 }, { value: 2 }];
    const lists = (a: JsonValue[]): JsonObject[] => [
      { settings: a },
      { settings: [{ actions: a }] },
      { certificates: a },
      { users: { include: a } },
    ];
    for (const [index, there] of lists([one, two]).entries()) {
      const back = lists([two, one])[index] ?? {};
      expect(hashOf({ ...policy, ...back })).toBe(hashOf({ ...policy, ...there }));
    }
  });

  it("keeps every other order, which may be a meaning", () => {
    const rules = [{ port: 1 }, { port: 2 }];
    expect(hashOf({ ...policy, rules: rules.toReversed() })).not.toBe(hashOf({ ...policy, rules }));
  });

  it("counts what stands twice in a list without order twice", () => {
    const settings = [{ value: true }, { value: true }];
    expect(hashOf({ ...policy, settings })).not.toBe(hashOf({ ...policy, settings: [{ value: true }] }));
  });

  it("counts null as missing, and nothing else: false, zero and empty stay (pitfall 37)", () => {
    expect(hashOf({ ...policy, description: null, settings: policy["settings"] ?? [] })).toBe(hashOf(policy));
    const values = [false, 0, "", [], {}].map((description) => hashOf({ ...policy, description }));
    expect(new Set([...values, hashOf(policy)]).size).toBe(values.length + 1);
  });

  it("keeps null inside arrays, where a place is a place", () => {
    expect(toConfigurationForm(contract, { a: [null, { b: null }] })).toEqual({ a: [null, {}] });
  });
});

describe("assignments in a configuration", () => {
  const one = { id: "p_g1", source: "direct", sourceId: "p", target: target({ groupId: "g1" }) };
  const two = { id: "p_g2", source: "direct", sourceId: "p", target: target({ groupId: "g2" }) };

  it("assignments have no order", () => {
    expect(hashOf(withAssignments(one, two))).toBe(hashOf(withAssignments(two, one)));
  });

  it("assignments have no ids and no source of their own", () => {
    const bare = { target: one.target };
    expect(hashOf(withAssignments(bare))).toBe(hashOf(withAssignments(one)));
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

  it("empty assignments are not the same as assignments of an object that has none to give", () => {
    expect(hashOf(withAssignments())).not.toBe(hashOf(policy));
  });
});
