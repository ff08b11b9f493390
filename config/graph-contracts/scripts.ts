import type { DeviceHealthScript, DeviceManagementScript } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";

// Scripts have permissions of their own (azure-facts 36).
const permissions = {
  read: ["DeviceManagementScripts.Read.All"],
  write: ["DeviceManagementScripts.ReadWrite.All"],
};

export const deviceManagementScript = defineContract<DeviceManagementScript>({
  key: "deviceManagementScript",
  displayName: "PowerShell script",
  platformGroup: "windows",
  version: "beta",
  path: "/deviceManagement/deviceManagementScripts",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.deviceManagementScript",
  // The content is null in lists and comes with the single GET only.
  detail: "get",
  assignments: "get",
  nameProperty: "displayName",
  platform: { constant: "windows10" },
  meta: ["fileName", "runAsAccount"],
  volatile: ["createdDateTime", "lastModifiedDateTime"],
  references: [...assignedReferences, scopeTagReference],
  risk: "high",
  restore: "preview_only",
  permissions,
});

export const deviceHealthScript = defineContract<DeviceHealthScript>({
  key: "deviceHealthScript",
  displayName: "Remediation script",
  platformGroup: "windows",
  version: "beta",
  path: "/deviceManagement/deviceHealthScripts",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.deviceHealthScript",
  detail: "get",
  assignments: "get",
  nameProperty: "displayName",
  platform: { constant: "windows10" },
  meta: ["publisher", "isGlobalScript", "version"],
  volatile: ["createdDateTime", "lastModifiedDateTime", "version", "highestAvailableVersion"],
  references: [...assignedReferences, scopeTagReference],
  risk: "high",
  restore: "preview_only",
  permissions,
});
