import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";

const graph = "#microsoft.graph";
const metadata = "https://graph.microsoft.com/beta/$metadata#deviceManagement";

/** A setting of a policy with the annotations that Graph sends when all are asked for. */
function aSetting(id: number, name: string, value: JsonValue): JsonObject {
  return {
    "@odata.type": `${graph}.deviceManagementConfigurationSetting`,
    "id@odata.type": "#String",
    id: String(id),
    settingInstance: {
      "@odata.type": `${graph}.deviceManagementConfigurationSimpleSettingInstance`,
      settingDefinitionId: `device_vendor_msft_policy_config_${name}`,
      settingInstanceTemplateReference: null,
      "simpleSettingValue@odata.type": "#Any",
      simpleSettingValue: {
        "@odata.type": `${graph}.deviceManagementConfiguration${typeof value === "number" ? "Integer" : "String"}SettingValue`,
        settingValueTemplateReference: null,
        value,
      },
    },
  };
}

function aPolicy(id: string, name: string, settings: readonly JsonObject[]): JsonObject {
  return {
    "@odata.context": `${metadata}/configurationPolicies(assignments())/$entity`,
    id,
    name,
    description: "",
    platforms: name.startsWith("Mac") ? "macOS" : "windows10",
    technologies: "mdm",
    roleScopeTagIds: ["0"],
    settingCount: settings.length,
    "settings@odata.context": `${metadata}/configurationPolicies('${id}')/settings`,
    settings: [...settings],
    "#microsoft.graph.assign": { title: "microsoft.graph.assign" },
  };
}

const named = (type: string, id: string, displayName: string): JsonObject => ({
  "@odata.type": `${graph}.${type}`,
  id,
  displayName,
  description: "",
  roleScopeTagIds: ["0"],
  assignments: [],
});

const windows = "WINDOWS/IntuneManagement";

/** Its files: a path and what stands in it. */
export const baselineFiles: Readonly<Record<string, JsonObject>> = {
  "MACOS/NativeImport/Mac - Screen - D - Lock.json": aPolicy("b1000000-0000-4000-8000-000000000001", "Mac - Lock", [
    aSetting(0, "lock_minutes", 5),
    aSetting(1, "lock_text", "Fernhollow ✓"),
  ]),
  [`${windows}/SettingsCatalog/Win - Edge - U - Start.json`]: aPolicy(
    "b1000000-0000-4000-8000-000000000002",
    "Win - Start",
    [aSetting(0, "start_page", "https://start.example"), aSetting(1, "start_open", 1), aSetting(2, "start_tabs", 4)],
  ),
  [`${windows}/SettingsCatalog/Win - Zone - D - Time (24H2+).json`]: aPolicy(
    "b1000000-0000-4000-8000-000000000003",
    "Win - Time",
    [aSetting(0, "time_zone", "W. Europe Standard Time")],
  ),
  [`${windows}/CompliancePolicies/Win - Compliance - U - Device.json`]: named(
    "windows10CompliancePolicy",
    "b1000000-0000-4000-8000-000000000004",
    "Win - Device",
  ),
  [`${windows}/DeviceConfiguration/Win - Health - D - Analytics.json`]: named(
    "windowsHealthMonitoringConfiguration",
    "b1000000-0000-4000-8000-000000000005",
    "Win - Analytics",
  ),
  [`${windows}/UpdatePolicies/Win - Updates - Ring 1.json`]: named(
    "windowsUpdateForBusinessConfiguration",
    "b1000000-0000-4000-8000-000000000006",
    "Win - Ring 1",
  ),
  [`${windows}/DriverUpdateProfiles/Win - Drivers - Ring 1.json`]: {
    "@odata.context": `${metadata}/windowsDriverUpdateProfiles(assignments())/$entity`,
    ...named("windowsDriverUpdateProfile", "b1000000-0000-4000-8000-000000000007", "Win - Drivers"),
  },
};

/**
 * Writes a folder as public baselines of Intune are laid out: a part for each platform, the files of two tools, every second
 * one in UTF-16, and Graph's annotations beside the settings.
 */
export async function writeBaseline(folder: string): Promise<void> {
  const files = Object.entries(baselineFiles).map(async ([file, content], index) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    const text = `\uFEFF${JSON.stringify(content, undefined, 2)}`;
    await writeFile(join(folder, file), Buffer.from(text, index % 2 === 0 ? "utf8" : "utf16le"));
  });
  await Promise.all(files);
  await writeFile(join(folder, "LICENSE"), "All made up.");
}
