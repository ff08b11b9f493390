import { allUsersOfAppProtection } from "../../../src/domain/graph/edges-of.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";

import { fullLayout, portalLayout } from "./two-layouts.ts";

/** Two readings of an object of a type, under the rule that they show. */
export type DiffCase = readonly [rule: string, type: string, before: JsonObject, after: JsonObject];

const graph = "#microsoft.graph.";
const simple = (id: string, value: JsonValue): JsonObject => ({
  settingDefinitionId: id,
  simpleSettingValue: { value },
});
const instance = (settingInstance: JsonObject, index = 0): JsonObject => ({ id: String(index), settingInstance });
const policy = (...settings: readonly JsonObject[]): JsonObject => ({
  name: "Baseline",
  settings: settings.map((each, index) => instance(each, index)),
});
const choice = (id: string, value: string, children: readonly JsonObject[]): JsonObject => ({
  settingDefinitionId: id,
  choiceSettingValue: { value, children },
});
const rules = (...items: readonly (readonly JsonObject[])[]): JsonObject => ({
  settingDefinitionId: "firewall_rules",
  groupSettingCollectionValue: items.map((children) => ({ children })),
});
const rule = (name: string, port: number) => [simple("firewall_rule_name", name), simple("firewall_rule_port", port)];
const texts = (id: string, ...values: readonly string[]): JsonObject => ({
  settingDefinitionId: id,
  simpleSettingCollectionValue: values.map((value) => ({ value })),
});
const ciphers = "device_vendor_msft_policy_config_cryptography_tlsciphersuites";
const target = (kind: string, more: JsonObject): JsonObject => ({
  target: { "@odata.type": `${graph}${kind}`, ...more },
});
const filtered = (id: string | null, type: string | null): JsonObject => ({
  deviceAndAppManagementAssignmentFilterId: id,
  deviceAndAppManagementAssignmentFilterType: type,
});
const include = (groupId: string, more: JsonObject = {}) => target("groupAssignmentTarget", { groupId, ...more });
const exclude = (groupId: string) => target("exclusionGroupAssignmentTarget", { groupId });
const actions = (...all: readonly JsonObject[]): JsonObject => ({
  displayName: "Compliance",
  scheduledActionsForRule: [
    {
      ruleName: "PasswordRequired",
      scheduledActionConfigurations: all.map((each, index) => ({ id: `a${index}`, ...each })),
    },
  ],
});
const oma = (omaUri: string, value: JsonValue, more: JsonObject = {}): JsonObject => ({
  "@odata.type": `${graph}omaSettingString`,
  omaUri,
  value,
  ...more,
});
const omaProfile = (...omaSettings: readonly JsonObject[]): JsonObject => ({ displayName: "Custom", omaSettings });
const admx = (presentations: readonly JsonObject[], definition = "d-1"): JsonObject => ({
  displayName: "Edge",
  definitionValues: [
    {
      id: "v",
      enabled: true,
      definition: { id: definition, displayName: "Home page" },
      presentationValues: presentations,
    },
  ],
});
const presentation = (id: string, value: string): JsonObject => ({ id: `p${id}`, value, presentation: { id } });
const protectedApp = (bundleId: string): JsonObject => ({
  id: bundleId,
  mobileAppIdentifier: { "@odata.type": `${graph}iosMobileAppIdentifier`, bundleId },
});
const app = (more: JsonObject): JsonObject => ({ "@odata.type": `${graph}win32LobApp`, displayName: "7-Zip", ...more });
const role = (...allowed: readonly string[]): JsonObject => ({
  displayName: "Help desk",
  rolePermissions: [{ resourceActions: [{ allowedResourceActions: allowed }] }],
});

export const diffCases: readonly DiffCase[] = [
  [
    "What is out: the id, versions, times, annotations, a type that only repeats the declared one",
    "settingsCatalog",
    { ...policy(simple("one", 1)), id: "a", settingCount: 1, lastModifiedDateTime: "2026-01-01T00:00:00Z" },
    {
      ...policy({ ...simple("one", 1), "simpleSettingValue@odata.type": "#x" }),
      id: "b",
      settingCount: 2,
      lastModifiedDateTime: "2026-02-02T00:00:00Z",
      "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
    },
  ],
  [
    "An export with full metadata and one of the portal have one form: types that no other could be, annotations, ids and order of settings",
    "settingsCatalog",
    fullLayout,
    portalLayout,
  ],
  [
    "Absent, null, an empty list and an empty text are one; as a value an empty text is none of them",
    "settingsCatalog",
    { ...policy(simple("one", "")), description: "", roleScopeTagIds: [] },
    { ...policy(simple("one", "x")), description: null },
  ],
  [
    "False and 0 are values; on one side alone they are what Microsoft added",
    "deviceConfigurationGeneral",
    { displayName: "R", cameraBlocked: true, passwordMinimumLength: 8 },
    { displayName: "R", cameraBlocked: false, passwordMinimumLength: 0, newSwitchBlocked: false },
  ],
  [
    "Settings are known by their definition: one put in front is one added",
    "settingsCatalog",
    policy(simple("one", 1), simple("two", 2)),
    policy(simple("zero", 0), simple("two", 2), simple("one", 1)),
  ],
  [
    "A definition twice in one policy is told apart by #2, in the order of content",
    "settingsCatalog",
    policy(simple("one", 1), simple("one", 2)),
    policy(simple("one", 2), simple("one", 3)),
  ],
  [
    "Children of a choice are known by their definition",
    "settingsCatalog",
    policy(choice("mode", "mode_on", [simple("level", 1), simple("limit", 5)])),
    policy(choice("mode", "mode_on", [simple("limit", 6), simple("level", 1)])),
  ],
  [
    "Items of a group collection have no order, and one that changed is found by its name: two rules swap ports",
    "settingsCatalog",
    policy(rules(rule("Web", 80), rule("Mail", 25))),
    policy(rules(rule("Mail", 80), rule("Web", 25))),
  ],
  [
    "An item of a group collection that is another thing is removed and added",
    "settingsCatalog",
    policy(rules(rule("Web", 80), rule("Mail", 25))),
    policy(rules(rule("Backup", 873), rule("Web", 80))),
  ],
  [
    "Values of a collection have no order",
    "settingsCatalog",
    policy(texts("sites", "a", "b")),
    policy(texts("sites", "c", "b")),
  ],
  [
    "Values of a setting that has an order have it",
    "settingsCatalog",
    policy(texts(ciphers, "AES_256", "AES_128", "CHACHA20")),
    policy(texts(ciphers, "CHACHA20", "AES_256", "AES_128")),
  ],
  [
    "OMA settings are known by their address, as it is written",
    "deviceConfigurationCustomOma",
    omaProfile(oma("./Device/A", "1"), oma("./Device/B", "1")),
    omaProfile(oma("./device/b", "1"), oma("./Device/A", "2")),
  ],
  [
    "Secrets say that one is set, whatever stands for it",
    "deviceConfigurationCustomOma",
    omaProfile(oma("./A", "****", { isEncrypted: true, secretReferenceValueId: "1" }), oma("./B", "clear")),
    omaProfile(
      oma("./A", "PGEvPg==", { isEncrypted: true, secretReferenceValueId: "2" }),
      oma("./B", "****", { isEncrypted: true }),
    ),
  ],
  [
    "Values of ADMX are known by their definition, and those below by their presentation; Microsoft's texts are out",
    "groupPolicyConfiguration",
    admx([presentation("one", "a"), presentation("two", "b")]),
    admx([presentation("two", "c"), presentation("one", "a")]),
  ],
  [
    "Settings of an intent are known by their definition",
    "deviceManagementIntent",
    {
      displayName: "I",
      settings: [
        { id: "1", definitionId: "x", valueJson: "1" },
        { id: "2", definitionId: "y", valueJson: "1" },
      ],
    },
    {
      displayName: "I",
      settings: [
        { id: "3", definitionId: "y", valueJson: "2" },
        { id: "4", definitionId: "x", valueJson: "1" },
      ],
    },
  ],
  [
    "Actions of compliance are known by kind and message: saved anew they are the same, and a grace period is one change",
    "deviceCompliancePolicy",
    actions(
      { actionType: "block", gracePeriodHours: 0 },
      { actionType: "notification", notificationTemplateId: "n", gracePeriodHours: 24 },
    ),
    actions(
      { actionType: "notification", notificationTemplateId: "n", gracePeriodHours: 24 },
      { actionType: "block", gracePeriodHours: 24 },
    ),
  ],
  [
    "Messages are known by their language",
    "notificationMessageTemplate",
    { displayName: "N", localizedNotificationMessages: [{ id: "1", locale: "en-us", subject: "Hello" }] },
    {
      displayName: "N",
      localizedNotificationMessages: [
        { id: "2", locale: "de-de", subject: "Hallo" },
        { id: "1", locale: "en-us", subject: "Hi" },
      ],
    },
  ],
  [
    "Apps of a protection policy are known by their identifier",
    "iosManagedAppProtection",
    { displayName: "P", apps: [protectedApp("com.a"), protectedApp("com.b")] },
    { displayName: "P", apps: [{ ...protectedApp("com.b"), version: "2" }, protectedApp("com.c")] },
  ],
  [
    "Relations of an app are known by kind and the other app, return codes by their number",
    "mobileAppWin32",
    app({
      relationships: [
        { id: "1", "@odata.type": `${graph}mobileAppDependency`, targetId: "t", dependencyType: "detect" },
      ],
      returnCodes: [
        { returnCode: 0, type: "success" },
        { returnCode: 1707, type: "success" },
      ],
    }),
    app({
      relationships: [
        { id: "2", "@odata.type": `${graph}mobileAppDependency`, targetId: "t", dependencyType: "autoInstall" },
      ],
      returnCodes: [
        { returnCode: 1707, type: "softReboot" },
        { returnCode: 0, type: "success" },
      ],
    }),
  ],
  [
    "Actions of a role are a bag",
    "roleDefinition",
    role("Apps_Read", "Apps_Create"),
    role("Apps_Create", "Apps_Delete"),
  ],
  [
    "Assignments are known by kind and group: an exclusion is another than the inclusion of its group",
    "settingsCatalog",
    { ...policy(), assignments: [include("g-1"), include("g-2")] },
    { ...policy(), assignments: [exclude("g-1"), include("g-2"), exclude("g-2")] },
  ],
  [
    "A filter is what an assignment says; null, none and the zero guid are none",
    "settingsCatalog",
    {
      ...policy(),
      assignments: [include("g-1", filtered(null, "none")), include("g-2", filtered("f", "include"))],
    },
    {
      ...policy(),
      assignments: [
        include("g-1", filtered("00000000-0000-0000-0000-000000000000", "none")),
        include("g-2", filtered("f", "exclude")),
      ],
    },
  ],
  [
    "Assignments of one group with two intents are two",
    "mobileAppWin32",
    app({ assignments: [{ ...include("g-1"), intent: "required" }] }),
    app({ assignments: [{ ...include("g-1"), intent: "available" }] }),
  ],
  [
    "All users of app protection are a group that every tenant has",
    "iosManagedAppProtection",
    { displayName: "P", assignments: [include("g-1")] },
    { displayName: "P", assignments: [include(allUsersOfAppProtection)] },
  ],
  [
    "Scope tags have no order",
    "settingsCatalog",
    { ...policy(), roleScopeTagIds: ["0", "2"] },
    { ...policy(), roleScopeTagIds: ["2", "0", "3"] },
  ],
  [
    "Every other list has its order: what moved is one item",
    "deviceConfigurationGeneral",
    { displayName: "R", edgeHomepageUrls: ["https://a", "https://b", "https://c"] },
    { displayName: "R", edgeHomepageUrls: ["https://c", "https://a", "https://b"] },
  ],
];
