import { describe, expect, it, vi } from "vitest";
import { diffForms } from "../../../src/domain/comparison/diff-forms.ts";
import { differencesOf, equalByHashes, hasChanged } from "../../../src/domain/comparison/equality.ts";
import { toForm } from "../../../src/domain/comparison/to-form.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { contractNamed } from "../../builders/a-compared-by.ts";

const contract = contractNamed("settingsCatalog");
const reading = { payloadHash: "a", configurationHash: "b", formId: "c" };
const policy = { name: "Baseline", description: "One" };

describe("whether two readings are equal", () => {
  it("hashes decide only where they can: the same bytes, or the same form by the same rule", () => {
    const { formId: _none, ...unnamed } = reading;
    expect(equalByHashes(reading, { ...reading, payloadHash: "other" })).toBe("equal");
    expect(equalByHashes(reading, { ...reading, configurationHash: "other", formId: "other" })).toBe("equal");
    expect(equalByHashes(reading, { ...reading, payloadHash: "other", formId: "other" })).toBe("unknown");
    expect(equalByHashes(reading, { ...reading, payloadHash: "other", configurationHash: "other" })).toBe("unknown");
    expect(equalByHashes(unnamed, { ...unnamed, payloadHash: "other" })).toBe("unknown");
  });

  it("payloads are read where hashes do not decide, and today's rule says what differs (hard case 10)", async () => {
    const read = vi.fn(async () => [policy, { ...policy, settingCount: 7 }] as const);
    const older = { ...reading, payloadHash: "other", formId: undefined };
    expect(await differencesOf(contract, [older, reading], read)).toEqual([]);
    const edited = async () => [policy, { ...policy, description: "Two" }] as const;
    expect(await differencesOf(contract, [older, reading], edited)).toMatchObject([
      { kind: "changed", place: "/description" },
    ]);
    await differencesOf(contract, [reading, reading], () => Promise.reject(new Error("Nobody has to read.")));
    expect(read).toHaveBeenCalledOnce();
  });
});

const differ = (key: string, left: JsonObject, right: JsonObject) => {
  const named = contractNamed(key);
  return diffForms(named, toForm(named, left), toForm(named, right));
};

const setting = (id: string, value: number): JsonObject => ({
  settingInstance: { settingDefinitionId: id, simpleSettingValue: { value } },
});
const rule = (name: string, port: number): JsonObject => ({
  children: [
    { settingDefinitionId: "firewall_rule_name", simpleSettingValue: { value: name } },
    { settingDefinitionId: "firewall_rule_port", simpleSettingValue: { value: port } },
  ],
});
const rules = (...items: JsonObject[]): JsonObject => ({
  settings: [{ settingInstance: { settingDefinitionId: "firewall_rules", groupSettingCollectionValue: items } }],
});

describe("hard cases of differences", () => {
  it("two firewall rules that swap their ports are two changes, one in each (hard case 1)", () => {
    const changes = differ(
      "endpointSecurityPolicy",
      rules(rule("web", 80), rule("tls", 443)),
      rules(rule("web", 443), rule("tls", 80)),
    );
    expect(
      changes.map(({ kind, before, after }) => [kind, before, after]).toSorted(([, a], [, b]) => Number(b) - Number(a)),
    ).toEqual([
      ["changed", 443, 80],
      ["changed", 80, 443],
    ]);
  });

  it("a setting put in front of 118 others is one that was added (hard case 2)", () => {
    const settings = Array.from({ length: 118 }, (_, index) => ({ id: String(index), ...setting(`s${index}`, index) }));
    const more = [
      { id: "0", ...setting("new", 1) },
      ...settings.map((each, index) => ({ ...each, id: String(index + 1) })),
    ];
    expect(differ("settingsCatalog", { settings }, { settings: more })).toMatchObject([
      { kind: "added", place: "/settings/new" },
    ]);
  });

  it("a compliance policy saved unchanged does not differ; another grace period is one change (hard case 3)", () => {
    const saved = (save: string, gracePeriodHours: number): JsonObject => ({
      scheduledActionsForRule: [
        {
          id: `rule-${save}`,
          ruleName: "PasswordRequired",
          scheduledActionConfigurations: [{ id: `action-${save}`, actionType: "block", gracePeriodHours }],
        },
      ],
    });
    expect(differ("deviceCompliancePolicy", saved("1", 0), saved("2", 0))).toEqual([]);
    expect(differ("deviceCompliancePolicy", saved("1", 0), saved("2", 24))).toMatchObject([
      { kind: "changed", before: 0, after: 24 },
    ]);
  });

  it("a property that Microsoft added, saying what nobody set, appeared and is no change (hard case 5)", () => {
    const changes = differ(
      "deviceConfigurationEndpointProtection",
      { displayName: "A" },
      { displayName: "A", newSwitch: false },
    );
    expect(changes).toMatchObject([{ kind: "appeared", place: "/newSwitch" }]);
    expect(hasChanged(changes)).toBe(false);
    expect(hasChanged(differ("settingsCatalog", policy, { ...policy, description: "Two" }))).toBe(true);
  });
});
