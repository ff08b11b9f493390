import type { DeviceManagementConfigurationPolicy } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, configurationPermissions, scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";

export const settingsCatalog = defineContract<DeviceManagementConfigurationPolicy>({
  key: "settingsCatalog",
  displayName: "Settings Catalog policy",
  platformGroup: "cross_platform",
  version: "beta",
  path: "/deviceManagement/configurationPolicies",
  serviceGroup: "deviceConfigurationV2",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.deviceManagementConfigurationPolicy",
  detail: "list",
  // Graph gives 25 settings a page; the policy announces how many there are (graph-facts 2.4).
  children: [{ path: "settings", countedBy: "settingCount" }],
  // $expand=assignments is silently empty for this type, on the list and on the item (graph-facts 2.5).
  assignments: "get",
  nameProperty: "name",
  platform: { property: "platforms" },
  meta: ["technologies", "settingCount", "isAssigned"],
  volatile: [
    "createdDateTime",
    "lastModifiedDateTime",
    "settingCount",
    "isAssigned",
    "creationSource",
    "priorityMetaData",
  ],
  secrets: ["settings[].**.value where valueState is encryptedValueToken"],
  references: [...assignedReferences, scopeTagReference],
  risk: "medium",
  restore: "preview_only",
  permissions: configurationPermissions,
});
