import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importFolder } from "../../../local/import/import-folder.ts";
import { makeDemoTenant } from "../../../local/seeds/make-demo-tenant.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";
import { writeBaseline } from "../../builders/a-baseline.ts";

const policyType = "#microsoft.graph.deviceManagementConfigurationPolicy";
const metadata = "https://graph.microsoft.com/beta/$metadata";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), content);
}

async function importOne(file: string, json: unknown) {
  await write(file, JSON.stringify(json));
  return importFolder(folder);
}

const aSetting = (id: string) => ({ id, settingInstance: { settingDefinitionId: `setting_${id}` } });

function aPolicy(changes: JsonObject = {}) {
  return {
    "@odata.type": policyType,
    id: "p1",
    name: "Policy",
    settings: [aSetting("0")],
    settingCount: 1,
    ...changes,
  };
}

/** As Graph answers with odata.metadata=full: something beside every property, at every depth, and action stubs. */
function annotated(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(annotated);
  if (value === null || typeof value !== "object") return value;
  const properties = Object.entries(value).flatMap(([name, inner]: [string, JsonValue]) => [
    [`${name}@odata.type`, "#Any"] as const,
    [name, annotated(inner)] as const,
  ]);
  return {
    ...Object.fromEntries<JsonValue>(properties),
    "@odata.editLink": "link",
    "#microsoft.graph.assign": { title: "assign" },
  };
}

describe("the import of a folder", () => {
  it("names the tenant after the folder", async () => {
    expect((await importFolder(`${folder}/`)).tenantName).toBe(basename(folder));
  });

  it.each([
    ["UTF-8", (text: string) => Buffer.from(text, "utf8")],
    ["UTF-8 with a byte order mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf8")],
    ["UTF-16 with a byte order mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ])("reads %s", async (_, encode) => {
    await write("SettingsCatalog/a.json", encode(JSON.stringify(aPolicy({ name: "Größe ✓" }))));
    const { objects, problems } = await importFolder(folder);
    expect(problems).toEqual([]);
    expect(objects.map(({ object }) => object["name"])).toEqual(["Größe ✓"]);
  });

  it("keeps @odata.type at every depth and drops all else that Graph and export tools add", async () => {
    const { objects } = await importOne("DeviceConfiguration/a.json", {
      "@odata.context": `${metadata}#deviceManagement/deviceConfigurations(assignments())/$entity`,
      "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
      "@odata.id": "deviceManagement/deviceConfigurations('c1')",
      "@ObjectFromFile": true,
      id: "c1",
      "omaSettings@odata.type": "#Collection(microsoft.graph.omaSetting)",
      omaSettings: [{ "@OData.Type": "#microsoft.graph.omaSettingString", "value@odata.type": "#String", value: "#@" }],
      "assignments@odata.navigationLink": "https://graph.microsoft.com",
      assignments: [
        { id: "a", "@odata.editLink": "x", target: { "@odata.type": "#microsoft.graph.t", groupId: "other" } },
      ],
      "#microsoft.graph.assign": { title: "microsoft.graph.assign" },
      "#CustomRef_x": "y",
    });
    expect(objects).toEqual([
      {
        collectionPath: "/deviceManagement/deviceConfigurations",
        object: {
          "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
          id: "c1",
          omaSettings: [{ "@odata.type": "#microsoft.graph.omaSettingString", value: "#@" }],
          assignments: [{ id: "a", target: { "@odata.type": "#microsoft.graph.t", groupId: "other" } }],
        },
      },
    ]);
  });

  it.each([
    [
      "UpdatePolicies",
      { "@odata.type": "#microsoft.graph.windowsUpdateForBusinessConfiguration" },
      "/deviceManagement/deviceConfigurations",
    ],
    [
      "Any",
      { "@odata.type": "#microsoft.graph.windowsHealthMonitoringConfiguration" },
      "/deviceManagement/deviceConfigurations",
    ],
    [
      "CompliancePolicies",
      { "@OData.Type": "#microsoft.graph.iosCompliancePolicy" },
      "/deviceManagement/deviceCompliancePolicies",
    ],
    [
      "AppProtection",
      { "@odata.type": "#microsoft.graph.iosManagedAppProtection" },
      "/deviceAppManagement/iosManagedAppProtections",
    ],
    [
      "NamedLocations",
      { "@odata.type": "#microsoft.graph.ipNamedLocation" },
      "/identity/conditionalAccess/namedLocations",
    ],
    [
      "Any",
      { "@odata.context": `${metadata}#deviceManagement/windowsDriverUpdateProfiles(assignments())/$entity` },
      "/deviceManagement/windowsDriverUpdateProfiles",
    ],
    [
      "Any",
      {
        "@odata.context": `${metadata}#deviceManagement/deviceConfigurations/$entity`,
        "@odata.type": "#microsoft.graph.madeLaterConfiguration",
      },
      "/deviceManagement/deviceConfigurations",
    ],
    ["AssignmentFilters", {}, "/deviceManagement/assignmentFilters"],
    ["Groups", {}, "/groups"],
  ])("places an object from %s by type, else by address, else by folder", async (name, facts, expected) => {
    const { objects, problems } = await importOne(`Windows/${name}/a.json`, { ...facts, id: "x" });
    expect(problems).toEqual([]);
    expect(objects.map(({ collectionPath }) => collectionPath)).toEqual([expected]);
  });

  it.each([
    ["Devices/a.json", '{"@odata.type":"#microsoft.graph.managedDevice"}', "managedDevice"],
    [
      "SettingsCatalog/a.json",
      `{"@odata.context":"${metadata}#deviceManagement/managedDevices/$entity"}`,
      "deviceManagement/managedDevices",
    ],
    ["DeviceConfiguration/a.json", '{"@odata.type":"#microsoft.graph.detectedApp"}', "detectedApp"],
    ["Somewhere/a.json", '{"id":"x"}', "known folder"],
    ["SettingsCatalog/a.json", "[]", "no JSON object"],
    ["SettingsCatalog/a.json", '{"@odata.context":"x","value":[1]}', "no JSON object"],
    ["ConditionalAccess/a.json", '{"displayName":"\\ud800"}', "cannot be kept"],
    ["ConditionalAccess/a.json", '{"displayName":"x","number":1e400}', "cannot be kept"],
    ["ConditionalAccess/a.json", '{"Id":"1","DisplayName":"x","AdditionalProperties":{}}', "PowerShell SDK"],
    ["Device Management Intents/T/a.json", '{"displayName":"x","settingsDelta":[]}', "IntuneBackupAndRestore"],
    ["Administrative Templates/a.json", '[{"enabled":true,"definition@odata.bind":"x"}]', "IntuneBackupAndRestore"],
    ["Administrative Templates/a.json", '{"enabled":true,"definition@odata.bind":"x"}', "IntuneBackupAndRestore"],
    ["Filters/a.yaml", "displayName: x", "IntuneCD"],
    ["ConditionalAccess/a.json", '{"displayName":"x","roleScopeTagIds":["Berlin"]}', "IntuneCD"],
    ["ConditionalAccess/a.json", '{"assignments":[{"target":{"groupName":"Pilot"}}]}', "IntuneCD"],
    [
      "Client Apps/a.json",
      '{"@odata.type":"#microsoft.graph.win32LobApp","id":"1","returnCodes":["@{returnCode=0; type=success}"]}',
      "cut the export off at returnCodes",
    ],
    ["SettingsCatalog/a.zip", "PK", "Not a JSON file"],
    ["Intents/a_Settings.json", '{"settings":[]}', "Intents/a.json"],
    ["SettingsCatalog/License.json", "1", "no JSON object"],
  ])("names %s that it cannot take over, and why", async (file, content, reason) => {
    await write(file, content);
    const { objects, problems } = await importFolder(folder);
    expect(objects).toEqual([]);
    expect(problems).toEqual([{ file, reason: expect.stringContaining(reason) }]);
  });

  it.each([
    ["torn JSON", "{", "JSON"],
    ["text that is none", new Uint8Array([0x7b, 0xc3, 0x28]), "utf-8"],
    ["UTF-16 without a byte order mark", Buffer.from('{"id":"x"}', "utf16le"), "UTF-16 without a byte order mark"],
    ["UTF-16, the other way round", Buffer.from('{"id":"x"}', "utf16le").swap16(), "UTF-16 without a byte order mark"],
  ])("says of %s that nobody can tell what is in it", async (_what, content, reason) => {
    await write("SettingsCatalog/a.json", content);
    const { objects, files, problems } = await importFolder(folder);
    expect([objects, files]).toEqual([[], 1]);
    expect(problems).toEqual([
      { file: "SettingsCatalog/a.json", reason: expect.stringContaining(reason), isUnreadable: true },
    ]);
  });

  it("knows the files of an export that hold no object", async () => {
    for (const file of ["LICENSE", "README.md", ".git/config", "MigrationTable.json", "PowerShellScripts/a.ps1"]) {
      await write(file, "any");
    }
    expect(await importFolder(folder)).toMatchObject({ objects: [], problems: [] });
  });

  it("counts the settings of a policy that does not say how many it has", async () => {
    const { settingCount: _, ...policy } = aPolicy({ settings: [aSetting("0"), aSetting("1")] });
    expect((await importOne("a.json", policy)).objects[0]?.object["settingCount"]).toBe(2);
  });

  it("refuses a policy that announces more settings than it has", async () => {
    const { objects, problems } = await importOne("a.json", aPolicy({ settingCount: 26 }));
    expect(objects).toEqual([]);
    expect(problems).toEqual([{ file: "a.json", reason: "The policy announces 26 settings and has 1" }]);
  });

  it("keeps the id of the first object and gives later ones with the same id one of their own, always the same", async () => {
    for (const file of ["a.json", "b.json", "c.json"]) await write(file, JSON.stringify(aPolicy()));
    await write("d.json", JSON.stringify(aPolicy({ id: null })));
    const ids = (await importFolder(folder)).objects.map(({ object }) => object["id"]);
    expect(ids[0]).toBe("p1");
    expect(new Set(ids).size).toBe(4);
    expect(ids.slice(1)).toEqual(
      Array(3).fill(expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)),
    );
    expect((await importFolder(folder)).objects.map(({ object }) => object["id"])).toEqual(ids);
  });

  it("keeps one id for objects of two collections", async () => {
    await write("Groups/a.json", '{"id":"same"}');
    await write("AssignmentFilters/a.json", '{"id":"same"}');
    expect((await importFolder(folder)).objects.map(({ object }) => object["id"])).toEqual(["same", "same"]);
  });

  it("puts the values beside an administrative template into it, with their definitions", async () => {
    const graph = "https://graph.microsoft.com/beta/deviceManagement";
    await write("AdministrativeTemplates/T.json", '{"id":"t","displayName":"T"}');
    const value = {
      enabled: true,
      "definition@odata.bind": `${graph}/groupPolicyDefinitions('d1')`,
      "#Definition_displayName": "Idle limit",
      presentationValues: [
        {
          "@odata.type": "#microsoft.graph.groupPolicyPresentationValueText",
          value: "5",
          "presentation@odata.bind": `${graph}/groupPolicyDefinitions('d1')/presentations('r1')`,
          "#Presentation_Label": "Minutes",
        },
      ],
    };
    const { objects, problems } = await importOne("AdministrativeTemplates/T_Settings.json", [value]);
    expect(problems).toEqual([]);
    expect(objects.map(({ object }) => object["definitionValues"])).toEqual([
      [
        {
          enabled: true,
          definition: { id: "d1", displayName: "Idle limit" },
          presentationValues: [
            {
              "@odata.type": "#microsoft.graph.groupPolicyPresentationValueText",
              value: "5",
              presentation: { id: "r1", label: "Minutes" },
            },
          ],
        },
      ],
    ]);
  });

  it.each([
    ["no assignments", {}, false],
    ["assignments", { assignments: [{ id: "a" }] }, true],
  ])("says whether a policy with %s is assigned by what is in the file", async (_, changes, expected) => {
    const { objects } = await importOne("a.json", aPolicy({ isAssigned: true, ...changes }));
    expect(objects[0]?.object["isAssigned"]).toBe(expected);
  });

  it("gives back every object of a tenant that was exported with full annotations", async () => {
    const tenant = makeDemoTenant(3);
    for (const [index, { collectionPath, object }] of tenant.entries()) {
      const context = { "@odata.context": `${metadata}#${collectionPath.slice(1)}(assignments())/$entity` };
      const text = JSON.stringify(Object.assign(context, annotated(object)));
      await write(`${String(index).padStart(3, "0")}.json`, Buffer.from(`\uFEFF${text}`, "utf16le"));
    }
    expect(await importFolder(folder)).toEqual({
      tenantName: basename(folder),
      objects: tenant,
      files: tenant.length,
      problems: [],
    });
  });

  it.each([
    ["AutoPilot", "activeDirectoryWindowsAutopilotDeploymentProfile", "windowsAutopilotDeploymentProfiles"],
    ["AutoPilot", "azureADWindowsAutopilotDeploymentProfile", "windowsAutopilotDeploymentProfiles"],
    ["RoleDefinitions", "deviceAndAppManagementRoleDefinition", "roleDefinitions"],
  ])("places a derived type, %s of %s, where Graph lists it", async (name, type, collection) => {
    const { objects } = await importOne(`${name}/a.json`, { "@odata.type": `#microsoft.graph.${type}`, id: "x" });
    expect(objects.map(({ collectionPath }) => collectionPath)).toEqual([`/deviceManagement/${collection}`]);
  });

  it("refuses an object of a collection of several types that does not say which it is", async () => {
    const context = `${metadata}#deviceAppManagement/mobileApps/$entity`;
    const { problems } = await importOne("a.json", { "@odata.context": context, id: "x" });
    expect(problems[0]?.reason).toContain("holds several types");
  });

  it("takes a policy whose name ends like a side file for a policy", async () => {
    const { objects, problems } = await importOne("SettingsCatalog/Edge_Settings.json", aPolicy());
    expect(problems).toEqual([]);
    expect(objects).toHaveLength(1);
  });

  it("fails when there is no such folder", async () => {
    await expect(importFolder(join(folder, "none"))).rejects.toThrow("ENOENT");
  });

  it("takes over every file of a baseline's layout with every setting", async () => {
    await writeBaseline(folder);
    const { objects, problems } = await importFolder(folder);
    expect(problems).toEqual([]);
    const byPath = Map.groupBy(objects, ({ collectionPath }) => collectionPath);
    expect(Object.fromEntries([...byPath].map(([path, { length }]) => [path, length]))).toEqual({
      "/deviceManagement/configurationPolicies": 3,
      "/deviceManagement/deviceConfigurations": 2,
      "/deviceManagement/deviceCompliancePolicies": 1,
      "/deviceManagement/windowsDriverUpdateProfiles": 1,
    });
    expect(objects.flatMap(({ object: { settings } }) => settings ?? [])).toHaveLength(6);
    expect(JSON.stringify(objects)).not.toMatch(/"(?!@odata\.type")[^"]*@odata\.\w+":|"#[^"]*":/);
  });
});
