import type {
  DeviceComplianceScript,
  DeviceCustomAttributeShellScript,
  DeviceHealthScript,
  DeviceManagementScript,
  DeviceShellScript,
} from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, usualReferences } from "./assigned-references.ts";
import { differs, licences } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { scriptPermissions } from "./permissions.ts";

// The content is null in lists and comes with the single GET only.
const script = {
  serviceGroup: "deviceConfiguration",
  detail: "get",
  assignments: "get",
  references: usualReferences,
  risk: "high",
  permissions: scriptPermissions,
  differs: [differs.scripts],
} as const;

export const scripts = [
  defineContract<DeviceManagementScript>({
    ...script,
    key: "deviceManagementScript",
    displayName: "PowerShell script",
    platformGroup: "windows",
    path: "/deviceManagement/deviceManagementScripts",
    evidence: {
      path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365"),
      assignments: sure(
        "IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, terraform-provider-microsoft365, M365Documentation, IntuneTools",
      ),
    },
    fixedOdataType: "#microsoft.graph.deviceManagementScript",
    differs: ["The published permissions do not list this path; these are those that the service asks for."],
    platform: { constant: "windows10" },
    meta: ["fileName", "runAsAccount"],
  }),
  defineContract<DeviceHealthScript>({
    ...script,
    key: "deviceHealthScript",
    displayName: "Remediation script",
    platformGroup: "windows",
    path: "/deviceManagement/deviceHealthScripts",
    evidence: {
      path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365"),
      assignments: sure("IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, M365Documentation, IntuneTools"),
    },
    fixedOdataType: "#microsoft.graph.deviceHealthScript",
    // Microsoft's own scripts can be assigned like any other, so they are read.
    builtIn: { property: "isGlobalScript", is: true, read: "all" },
    platform: { constant: "windows10" },
    meta: ["publisher", "isGlobalScript", "version"],
    volatile: ["version", "highestAvailableVersion"],
    licence: licences.windowsEnterprise,
  }),
  defineContract<DeviceComplianceScript>({
    ...script,
    key: "deviceComplianceScript",
    displayName: "Compliance discovery script",
    platformGroup: "windows",
    path: "/deviceManagement/deviceComplianceScripts",
    evidence: { path: sure("IntuneManagement, IntuneCD, M365Documentation, IntuneCommander, IntuneHydrationKit") },
    fixedOdataType: "#microsoft.graph.deviceComplianceScript",
    // Policies name it; it is never assigned by itself.
    assignments: "none",
    references: usualReferences.filter(({ to }) => to === "roleScopeTag"),
    platform: { constant: "windows10" },
    meta: ["publisher", "version"],
    volatile: ["version"],
  }),
  defineContract<DeviceShellScript>({
    ...script,
    key: "deviceShellScript",
    displayName: "Shell script",
    platformGroup: "apple",
    path: "/deviceManagement/deviceShellScripts",
    evidence: {
      path: sure(
        "IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, M365Documentation",
      ),
      assignments: sure("Microsoft365DSC, IntuneCD, terraform-provider-microsoft365"),
    },
    // The path of its assignments has no route, in spite of the metadata.
    assignments: "expand",
    fixedOdataType: "#microsoft.graph.deviceShellScript",
    platform: { constant: "macOS" },
    meta: ["fileName", "runAsAccount"],
  }),
  defineContract<DeviceCustomAttributeShellScript>({
    ...script,
    key: "deviceCustomAttributeShellScript",
    displayName: "macOS custom attribute",
    platformGroup: "apple",
    path: "/deviceManagement/deviceCustomAttributeShellScripts",
    evidence: {
      path: sure("IntuneManagement, IntuneCD, terraform-provider-microsoft365, IntuneCommander"),
      assignments: sure("IntuneCD, terraform-provider-microsoft365"),
    },
    // Of the same service as shell scripts: nobody is known to read the path of its assignments.
    assignments: "expand",
    fixedOdataType: "#microsoft.graph.deviceCustomAttributeShellScript",
    references: [...assignedReferences, { to: "roleScopeTag", path: "roleScopeTagIds[]" }],
    platform: { constant: "macOS" },
    meta: ["customAttributeName", "fileName"],
  }),
];
