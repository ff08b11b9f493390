import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeConfigurationHash, toForm } from "../../../src/domain/comparison/to-form.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";

function contractOf(key: string) {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}

const hashOf = (key: string, payload: JsonObject): string => makeConfigurationHash(contractOf(key))(payload);
const { tree } = readMicrosoftTypes();

/** Names of all properties that Microsoft declares for a type or what derives from it, without relations. */
function declaredNames(type: string): string[] {
  const properties = tree.kindsOf(type).flatMap((kind) => [...tree.propertiesOf(kind)]);
  return properties.filter(([, { type: held }]) => !tree.isEntity(held)).map(([name]) => name);
}

describe("a configuration hash (P1.2)", () => {
  it.each(["mobileAppVpp", "mobileAppManagedGooglePlay", "mobileAppMsfb", "managedEBook"])(
    "the configuration hash of %s does not count licences, which people take and give back every day",
    (key) => {
      const book = { displayName: "Bought", usedLicenseCount: 1, totalLicenseCount: 9 };
      expect(hashOf(key, { ...book, usedLicenseCount: 2, totalLicenseCount: 10 })).toBe(hashOf(key, book));
    },
  );

  it.each(["settingsCatalog", "endpointSecurityPolicy", "securityBaseline", "compliancePolicyV2"])(
    "the configuration hash of %s does not know the position of a setting",
    (key) => {
      const instance = (definition: string): JsonObject => ({ settingInstance: { settingDefinitionId: definition } });
      const before = [{ id: "0", ...instance("b") }];
      const after = [
        { id: "0", ...instance("a") },
        { id: "1", ...instance("b") },
      ];
      const form = (settings: JsonObject[]) => toForm(contractOf(key), { settings })["settings"];
      expect(form(after)).toEqual({ a: instance("a"), ...Object(form(before)) });
    },
  );

  it.each(["deviceCompliancePolicy", "compliancePolicyV2"])(
    "the configuration hash of %s is the same after a save that changed nothing, and another after one that changed an action",
    (key) => {
      const saved = (save: string, gracePeriodHours: number): JsonObject => ({
        scheduledActionsForRule: [
          {
            id: `rule-${save}`,
            ruleName: "PasswordRequired",
            scheduledActionConfigurations: [{ id: `action-${save}`, actionType: "block", gracePeriodHours }],
          },
        ],
      });
      expect(hashOf(key, saved("2", 0))).toBe(hashOf(key, saved("1", 0)));
      expect(hashOf(key, saved("2", 24))).not.toBe(hashOf(key, saved("1", 0)));
    },
  );

  it("the configuration hash of an administrative template knows settings by their definition, not by ids of a save or Microsoft's own text", () => {
    const facts = (type: string, text: string) => Object.fromEntries(declaredNames(type).map((name) => [name, text]));
    const value = (save: string, definition: string, set: string): JsonObject => ({
      definitionValues: [
        {
          id: `value-${save}`,
          enabled: true,
          definition: { ...facts("groupPolicyDefinition", save), id: definition },
          presentationValues: [
            { id: `part-${save}`, value: set, presentation: { ...facts("groupPolicyPresentation", save), id: "p" } },
          ],
        },
      ],
    });
    const hash = (payload: JsonObject): string => hashOf("groupPolicyConfiguration", payload);
    expect(hash(value("2", "d", "on"))).toBe(hash(value("1", "d", "on")));
    expect(hash(value("2", "e", "on"))).not.toBe(hash(value("1", "d", "on")));
    expect(hash(value("2", "d", "off"))).not.toBe(hash(value("1", "d", "on")));
  });

  it("the configuration hash of an app names what it depends on, whatever that is called now", () => {
    const related = (save: string, targetId: string): JsonObject => ({
      relationships: [
        { id: save, targetId, targetDisplayName: save, sourceDisplayName: save, dependencyType: "autoInstall" },
      ],
    });
    expect(hashOf("mobileAppWin32", related("2", "a"))).toBe(hashOf("mobileAppWin32", related("1", "a")));
    expect(hashOf("mobileAppWin32", related("2", "b"))).not.toBe(hashOf("mobileAppWin32", related("1", "a")));
  });

  it("the configuration hash of every type is the same when its parts, links and ids of others come in another order", () => {
    for (const contract of contracts) {
      const items = (names: readonly string[]): JsonObject[] => names.map((name) => ({ "@odata.type": name }));
      const lists = [...contract.children, ...contract.links].map(({ path }) => path);
      const payload = (names: readonly string[]): JsonObject =>
        Object.fromEntries(lists.map((path) => [path, items(names)]));
      expect(makeConfigurationHash(contract)(payload(["a", "b"])), contract.key).toBe(
        makeConfigurationHash(contract)(payload(["b", "a"])),
      );
    }
  });
});
