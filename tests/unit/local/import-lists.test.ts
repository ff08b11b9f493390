import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importFolder } from "../../../local/import/import-folder.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-lists-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function importFiles(files: Record<string, unknown>) {
  for (const [file, json] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), JSON.stringify(json));
  }
  return importFolder(folder);
}

async function importObject(file: string, json: JsonObject): Promise<JsonObject | undefined> {
  const { objects, problems } = await importFiles({ [file]: json });
  expect(problems).toEqual([]);
  return objects[0]?.object;
}

const target = { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" };

describe("a list of one that PowerShell wrote as that one", () => {
  it("is a list again: assignments", async () => {
    const type = "#microsoft.graph.windows10GeneralConfiguration";
    const object = await importObject("a.json", { "@odata.type": type, id: "1", assignments: { id: "1_1", target } });
    expect(object).toMatchObject({ assignments: [{ id: "1_1", target }] });
  });

  it("is a list again at every depth: the actions of a rule of a compliance policy", async () => {
    const action = { actionType: "block", gracePeriodHours: 72, notificationMessageCCList: "one" };
    const object = await importObject("a.json", {
      "@odata.type": "#microsoft.graph.windows10CompliancePolicy",
      id: "1",
      roleScopeTagIds: "0",
      scheduledActionsForRule: { ruleName: "PasswordRequired", scheduledActionConfigurations: action },
    });
    expect(object).toMatchObject({
      roleScopeTagIds: ["0"],
      scheduledActionsForRule: [
        {
          ruleName: "PasswordRequired",
          scheduledActionConfigurations: [{ ...action, notificationMessageCCList: ["one"] }],
        },
      ],
    });
  });

  it("is a list again with what an export says of definitions: the value of an administrative template", async () => {
    const bind = "https://graph.microsoft.com/beta/deviceManagement/groupPolicyDefinitions('d1')";
    const object = await importObject("a.json", {
      "@odata.type": "#microsoft.graph.groupPolicyConfiguration",
      id: "1",
      definitionValues: { enabled: false, "definition@odata.bind": bind },
    });
    expect(object).toMatchObject({ definitionValues: [{ enabled: false, definition: { id: "d1" } }] });
  });

  it("is a list again inside a setting of the Settings Catalog", async () => {
    const child = {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance",
      settingDefinitionId: "child",
    };
    const settingInstance = {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationGroupSettingCollectionInstance",
      settingDefinitionId: "group",
      groupSettingCollectionValue: { children: child },
    };
    const object = await importObject("SettingsCatalog/a.json", {
      id: "1",
      name: "P",
      settingCount: 1,
      settings: { id: "0", settingInstance },
    });
    const whole = { ...settingInstance, groupSettingCollectionValue: [{ children: [child] }] };
    expect(object).toMatchObject({ settingCount: 1, settings: [{ id: "0", settingInstance: whole }] });
  });

  it("is no list where Graph declares none", async () => {
    const conditions = { users: { includeUsers: "All" }, platforms: { includePlatforms: ["all"] } };
    const object = await importObject("ConditionalAccess/a.json", { id: "1", displayName: "P", conditions });
    expect(object).toMatchObject({ conditions: { ...conditions, users: { includeUsers: ["All"] } } });
  });
});

describe("a file that holds a list", () => {
  const filters = ["11", "12"].map((id) => ({ id, displayName: `Filter ${id}`, platform: "windows10AndLater" }));
  const context = "https://graph.microsoft.com/beta/$metadata#deviceManagement/assignmentFilters";

  it("a list that Graph answered gives its objects, by the address that it was read from", async () => {
    const { objects, files, problems } = await importFiles({
      "Any/a.json": { "@odata.context": context, value: filters },
    });
    expect([files, problems]).toEqual([1, []]);
    expect(objects).toEqual(
      filters.map((object) => ({ collectionPath: "/deviceManagement/assignmentFilters", object })),
    );
  });

  it("a list that Graph answered with one object, as PowerShell writes it, gives that one", async () => {
    const { objects } = await importFiles({ "Any/a.json": { "@odata.context": context, value: filters[0] } });
    expect(objects.map(({ object }) => object)).toEqual([filters[0]]);
  });

  it("a bare list gives its objects, each by its own type", async () => {
    const kinds = ["iosGeneralDeviceConfiguration", "windows10CompliancePolicy"];
    const list = kinds.map((kind, index) => ({ "@odata.type": `#microsoft.graph.${kind}`, id: `${index}` }));
    const { objects, problems } = await importFiles({ "Any/a.json": list });
    expect(problems).toEqual([]);
    expect(objects.map(({ collectionPath, object }) => [collectionPath, object["id"]])).toEqual([
      ["/deviceManagement/deviceConfigurations", "0"],
      ["/deviceManagement/deviceCompliancePolicies", "1"],
    ]);
  });

  it("names the object that it cannot take over, and takes the others", async () => {
    const { objects, problems } = await importFiles({
      "AssignmentFilters/a.json": [filters[0], { "@odata.type": "#x" }],
    });
    expect(objects).toHaveLength(1);
    expect(problems).toEqual([{ file: "AssignmentFilters/a.json", reason: expect.stringContaining("object 2: ") }]);
  });

  it("a list of which more was on another page says so", async () => {
    const answer = { "@odata.context": context, "@odata.nextLink": "https://graph.microsoft.com/x", value: filters };
    const { objects, problems } = await importFiles({ "Any/a.json": answer });
    expect(objects).toHaveLength(2);
    expect(problems).toEqual([{ file: "Any/a.json", reason: expect.stringContaining("one page") }]);
  });
});

describe("the layout of IntuneBackupAndRestore", () => {
  const policy = { "@odata.type": "#microsoft.graph.iosGeneralDeviceConfiguration", id: "c1", displayName: "P" };
  const assignments = [{ id: "c1_1", target }];

  it("keeps assignments in a folder of their own; they come to their object", async () => {
    const { objects, problems } = await importFiles({
      "Device Configurations/P.json": policy,
      "Device Configurations/Assignments/P.json": assignments,
    });
    expect(problems).toEqual([]);
    expect(objects.map(({ object }) => object)).toEqual([{ ...policy, assignments }]);
  });

  it("files those of an app under its id", async () => {
    const id = "00000000-0000-4000-8000-000000000013";
    const app = { "@odata.type": "#microsoft.graph.iosStoreApp", id, displayName: "App" };
    const { objects, problems } = await importFiles({
      "Client Apps/iosStoreApp_App.json": app,
      [`Client Apps/Assignments/${id} - App.json`]: assignments[0],
    });
    expect(problems).toEqual([]);
    expect(objects.map(({ object }) => object)).toEqual([{ ...app, assignments }]);
  });

  it("leaves assignments over where the object is missing, by name", async () => {
    const { problems } = await importFiles({ "Device Configurations/Assignments/Q.json": assignments });
    expect(problems).toEqual([
      {
        file: "Device Configurations/Assignments/Q.json",
        reason: "Belongs to Device Configurations/Q.json, which was not imported",
      },
    ]);
  });
});

it("a whole number of 64 bits in a file keeps its digits", async () => {
  await mkdir(join(folder, "ConditionalAccess"));
  await writeFile(join(folder, "ConditionalAccess/a.json"), '{"id":"1","displayName":"P","number":9007199254740993}');
  expect((await importFolder(folder)).objects[0]?.object).toMatchObject({ number: 2n ** 53n + 1n });
});
