import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { SeedObject } from "./seed-tenant.ts";
import { listSettings, numberSettings, switchIds, textSettings } from "./setting-definitions.ts";
import { onOff, toSettingWords } from "./setting-words.ts";

const namespace = "#microsoft.graph.deviceManagementConfiguration";
const policyPrefix = "device_vendor_msft_policy_config_";

type Spoken = { readonly en: string; readonly de: string };

/** Definitions of the settings that demo tenants use, as Microsoft's catalog gives them in English and German. */
export function makeDefinitions(): SeedObject[] {
  const areas = [...new Set(switchIds.concat(plainIds).map(areaOf))];
  return [
    ...areas.map((area) =>
      placed("/deviceManagement/configurationCategories", spokenObject(area, {}, areaNames(area))),
    ),
    ...switchIds.map((id) => placed(catalog, aPolicySwitch(id))),
    ...plainIds.map((id) => placed(catalog, aPlain(id))),
    ...otherSwitches.map(([id, names]) => placed(catalog, aSwitch(id, names, onOff))),
    ...otherSettings.map(([id, names]) => placed(catalog, spokenObject(id, { "@odata.type": simple }, names))),
  ];
}

const catalog = "/deviceManagement/configurationSettings";
const simple = `${namespace}SimpleSettingDefinition`;
const plainIds: readonly string[] = [...numberSettings, ...textSettings, ...listSettings].map(({ id }) => id);
const firewallRules = "vendor_msft_firewall_mdmstore_firewallrules_{firewallrulename}";

const otherSettings: readonly (readonly [id: string, names: Spoken])[] = [
  [
    "device_vendor_msft_laps_policies_administratoraccountname",
    { en: "Administrator Account Name", de: "Name des Administratorkontos" },
  ],
  ["com.apple.wifi.managed_password", { en: "Password", de: "Kennwort" }],
  [firewallRules, { en: "Firewall Rules", de: "Firewallregeln" }],
  [`${firewallRules}_name`, { en: "Name", de: "Name" }],
  [`${firewallRules}_localportranges`, { en: "Local Port Ranges", de: "Lokale Portbereiche" }],
];

const otherSwitches: typeof otherSettings = [
  [
    "device_vendor_msft_laps_policies_automaticaccountmanagementenabled",
    { en: "Automatic Account Management Enabled", de: "Automatische Kontoverwaltung aktiviert" },
  ],
  [`${firewallRules}_enabled`, { en: "Enabled", de: "Aktiviert" }],
];

function aPolicySwitch(id: string): JsonObject {
  const { names, options } = toSettingWords(nameOf(id));
  return { ...aSwitch(id, names, options), categoryId: areaOf(id) };
}

function aSwitch(id: string, names: Spoken, options: readonly Spoken[]): JsonObject {
  const inLanguage = (language: keyof Spoken): JsonObject[] =>
    options.map((each, value) => ({ itemId: `${id}_${value}`, displayName: each[language] }));
  const own = {
    "@odata.type": `${namespace}ChoiceSettingDefinition`,
    categoryId: areaOf(id),
    options: inLanguage("en"),
  };
  return spokenObject(id, own, names, { options: inLanguage("de") });
}

function aPlain(id: string): JsonObject {
  return spokenObject(id, { "@odata.type": simple, categoryId: areaOf(id) }, toSettingWords(nameOf(id)).names);
}

/** An object with its name in English, and in German as the simulator keeps it. */
function spokenObject(id: string, own: JsonObject, { en, de }: Spoken, german: JsonObject = {}): JsonObject {
  return { id, ...own, displayName: en, translations: { de: { displayName: de, ...german } } };
}

function areaNames(area: string): Spoken {
  return toSettingWords(area).names;
}

function areaOf(id: string): string {
  return id.slice(policyPrefix.length).split("_")[0] ?? "";
}

function nameOf(id: string): string {
  return id.slice(policyPrefix.length).split("_")[1] ?? id;
}

function placed(collectionPath: string, object: JsonObject): SeedObject {
  return { collectionPath, object };
}
