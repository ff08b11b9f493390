import type { Random } from "@tenantpilot/embedded-azure/random";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { listSettings, numberSettings, switchIds, textSettings } from "./setting-definitions.ts";

type Make = (random: Random) => JsonObject;

const namespace = "#microsoft.graph.deviceManagementConfiguration";
const firewallRules = "vendor_msft_firewall_mdmstore_firewallrules_{firewallrulename}";
const lapsAccount = "device_vendor_msft_laps_policies_administratoraccountname";
const wifiKey = "com.apple.wifi.managed_password";

/** One maker per definition, so that a policy that takes each at most once has no setting twice. */
export const settingMakers: readonly Make[] = [
  ...switchIds.map(
    (id): Make =>
      (random) =>
        choice(id, random.integer(0, 1), []),
  ),
  ...numberSettings.map(
    ({ id, low, high }): Make =>
      (random) =>
        simple(id, "Integer", random.integer(low, high)),
  ),
  ...textSettings.map(
    ({ id, value }): Make =>
      () =>
        simple(id, "String", value),
  ),
  ...listSettings.map(
    ({ id, values }): Make =>
      () =>
        list(id, values),
  ),
  () => nestedChoice,
  firewallRule,
  secret,
];

function choice(settingDefinitionId: string, value: number, children: readonly JsonObject[]): JsonObject {
  return {
    "@odata.type": `${namespace}ChoiceSettingInstance`,
    settingDefinitionId,
    settingInstanceTemplateReference: null,
    choiceSettingValue: {
      settingValueTemplateReference: null,
      value: `${settingDefinitionId}_${value}`,
      children,
    },
  };
}

function simple(settingDefinitionId: string, type: "Integer" | "String", value: number | string): JsonObject {
  return {
    "@odata.type": `${namespace}SimpleSettingInstance`,
    settingDefinitionId,
    settingInstanceTemplateReference: null,
    simpleSettingValue: {
      "@odata.type": `${namespace}${type}SettingValue`,
      settingValueTemplateReference: null,
      value,
    },
  };
}

function list(settingDefinitionId: string, values: readonly string[]): JsonObject {
  return {
    "@odata.type": `${namespace}SimpleSettingCollectionInstance`,
    settingDefinitionId,
    settingInstanceTemplateReference: null,
    simpleSettingCollectionValue: values.map((value) => ({
      "@odata.type": `${namespace}StringSettingValue`,
      settingValueTemplateReference: null,
      value,
    })),
  };
}

/** A switch that, when on, opens a setting below it. */
const nestedChoice = choice("device_vendor_msft_laps_policies_automaticaccountmanagementenabled", 1, [
  simple(lapsAccount, "String", "site-admin"),
]);

function firewallRule(random: Random): JsonObject {
  return {
    "@odata.type": `${namespace}GroupSettingCollectionInstance`,
    settingDefinitionId: firewallRules,
    settingInstanceTemplateReference: null,
    groupSettingCollectionValue: [443, 5985].map((port) => ({
      settingValueTemplateReference: null,
      children: [
        simple(`${firewallRules}_name`, "String", `Inbound ${port}`),
        choice(`${firewallRules}_enabled`, random.integer(0, 1), []),
        list(`${firewallRules}_localportranges`, [String(port)]),
      ],
    })),
  };
}

/** Graph never gives the clear value of a secret back, but a token that only this tenant understands. */
function secret(random: Random): JsonObject {
  return {
    "@odata.type": `${namespace}SimpleSettingInstance`,
    settingDefinitionId: wifiKey,
    settingInstanceTemplateReference: null,
    simpleSettingValue: {
      "@odata.type": `${namespace}SecretSettingValue`,
      settingValueTemplateReference: null,
      value: random.guid(),
      valueState: "encryptedValueToken",
    },
  };
}
