import type { WindowsDriverUpdateProfile } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, configurationPermissions, scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";

export const windowsDriverUpdateProfile = defineContract<WindowsDriverUpdateProfile>({
  key: "windowsDriverUpdateProfile",
  displayName: "Driver update profile",
  platformGroup: "windows",
  version: "beta",
  path: "/deviceManagement/windowsDriverUpdateProfiles",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.windowsDriverUpdateProfile",
  detail: "list",
  assignments: "get",
  nameProperty: "displayName",
  platform: { constant: "windows10" },
  meta: ["approvalType"],
  // What the update service counts and when it looked is no configuration.
  volatile: ["createdDateTime", "lastModifiedDateTime", "deviceReporting", "newUpdates", "inventorySyncStatus"],
  references: [...assignedReferences, scopeTagReference],
  licence: "Windows E3 or E5",
  risk: "medium",
  restore: "preview_only",
  permissions: configurationPermissions,
});
