import type {
  AndroidManagedAppProtection,
  DefaultManagedAppProtection,
  IosManagedAppProtection,
  MdmWindowsInformationProtectionPolicy,
  TargetedManagedAppConfiguration,
  WindowsInformationProtectionPolicy,
  WindowsManagedAppProtection,
} from "@microsoft/microsoft-graph-types-beta";
import type { Evidence } from "../../src/domain/graph/evidence.ts";
import { policyLists } from "../comparison/catalog-lists.ts";
import { scopeTagReference, usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { documented, likely, sure } from "./evidence.ts";
import { appPermissions } from "./permissions.ts";
import { secretSetting } from "./secret-setting.ts";

// Read through the typed collections: managedAppPolicies cannot give assignments (graph.md 2.5).
const policy = {
  serviceGroup: "managedApplications",
  assignments: "get",
  references: usualReferences,
  risk: "high",
  permissions: appPermissions,
} as const;

// The identifier says which app it is; the id is made of it.
const ofApps = { lists: [{ at: "apps", key: ["mobileAppIdentifier"] }], ignore: ["apps[].id"] } as const;

const state = ["version", "isAssigned", "deployedAppCount", "apps[].version"] as const;
const fileState = [
  "version",
  "isAssigned",
  "protectedAppLockerFiles[].version",
  "exemptAppLockerFiles[].version",
] as const;
const fileComparison = { ignore: ["protectedAppLockerFiles[].id", "exemptAppLockerFiles[].id"] } as const;
// By their own paths they have no route, in spite of the metadata.
const appLockerFiles = (evidence: Evidence) =>
  [
    { path: "protectedAppLockerFiles", by: "expand", evidence },
    { path: "exemptAppLockerFiles", by: "expand", evidence },
  ] as const;
const recorded = sure("terraform-provider-microsoft365 (recorded), IntuneManagement");
const retired = { notes: ["Microsoft has retired Windows Information Protection."], restore: "none" } as const;

export const appProtection = [
  defineContract<IosManagedAppProtection>({
    ...policy,
    key: "iosManagedAppProtection",
    displayName: "iOS app protection policy",
    platformGroup: "apple",
    path: "/deviceAppManagement/iosManagedAppProtections",
    evidence: {
      path: sure("IntuneManagement, CIPP, Microsoft365DSC, powershell-intune-samples"),
      assignments: sure("M365Documentation, Microsoft365DSC"),
    },
    fixedOdataType: "#microsoft.graph.iosManagedAppProtection",
    children: [{ path: "apps", evidence: sure("M365Documentation, Microsoft365DSC") }],
    comparison: ofApps,
    platform: { constant: "iOS" },
    meta: ["version", "isAssigned"],
    volatile: state,
  }),
  defineContract<AndroidManagedAppProtection>({
    ...policy,
    key: "androidManagedAppProtection",
    displayName: "Android app protection policy",
    platformGroup: "android",
    path: "/deviceAppManagement/androidManagedAppProtections",
    evidence: {
      path: sure("IntuneManagement, CIPP, Microsoft365DSC, powershell-intune-samples, terraform-provider-microsoft365"),
      assignments: sure("M365Documentation"),
    },
    fixedOdataType: "#microsoft.graph.androidManagedAppProtection",
    children: [{ path: "apps", evidence: sure("M365Documentation, terraform-provider-microsoft365") }],
    comparison: ofApps,
    platform: { constant: "android" },
    meta: ["version", "isAssigned"],
    volatile: state,
  }),
  defineContract<WindowsManagedAppProtection>({
    ...policy,
    key: "windowsManagedAppProtection",
    displayName: "Windows app protection policy",
    platformGroup: "windows",
    path: "/deviceAppManagement/windowsManagedAppProtections",
    evidence: {
      path: sure("CIPP, terraform-provider-microsoft365"),
      assignments: likely("documentation; CIPP by $expand on the list"),
    },
    fixedOdataType: "#microsoft.graph.windowsManagedAppProtection",
    children: [{ path: "apps", evidence: likely("terraform-provider-microsoft365, one app by its id") }],
    comparison: ofApps,
    platform: { constant: "windows10" },
    meta: ["version", "isAssigned"],
    volatile: state,
    differs: ["The published permissions name DeviceManagementConfiguration; the area's own are DeviceManagementApps."],
  }),
  defineContract<DefaultManagedAppProtection>({
    ...policy,
    key: "defaultManagedAppProtection",
    displayName: "Default app protection policy",
    platformGroup: "cross_platform",
    path: "/deviceAppManagement/defaultManagedAppProtections",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.defaultManagedAppProtection",
    assignments: "none",
    children: [{ path: "apps", evidence: documented }],
    comparison: ofApps,
    references: [scopeTagReference],
    meta: ["version"],
    volatile: ["version", "deployedAppCount", "apps[].version"],
    notes: ["A legacy type: it concerns everybody and has no assignments."],
  }),
  defineContract<MdmWindowsInformationProtectionPolicy>({
    ...policy,
    ...retired,
    key: "mdmWindowsInformationProtectionPolicy",
    displayName: "Windows Information Protection (enrolled)",
    platformGroup: "windows",
    path: "/deviceAppManagement/mdmWindowsInformationProtectionPolicies",
    evidence: {
      path: sure("IntuneManagement, CIPP, Microsoft365DSC, powershell-intune-samples"),
      assignments: sure("M365Documentation"),
    },
    fixedOdataType: "#microsoft.graph.mdmWindowsInformationProtectionPolicy",
    children: appLockerFiles(likely("IntuneManagement, for the policies of devices that are not enrolled")),
    platform: { constant: "windows10" },
    volatile: fileState,
    comparison: fileComparison,
  }),
  defineContract<WindowsInformationProtectionPolicy>({
    ...policy,
    ...retired,
    key: "windowsInformationProtectionPolicy",
    displayName: "Windows Information Protection (not enrolled)",
    platformGroup: "windows",
    path: "/deviceAppManagement/windowsInformationProtectionPolicies",
    evidence: { path: sure("IntuneManagement, CIPP, powershell-intune-samples"), assignments: documented },
    fixedOdataType: "#microsoft.graph.windowsInformationProtectionPolicy",
    children: appLockerFiles(sure("IntuneManagement")),
    platform: { constant: "windows10" },
    volatile: fileState,
    comparison: fileComparison,
  }),
  defineContract<TargetedManagedAppConfiguration>({
    ...policy,
    key: "targetedManagedAppConfiguration",
    displayName: "App configuration (managed apps)",
    platformGroup: "cross_platform",
    path: "/deviceAppManagement/targetedManagedAppConfigurations",
    evidence: {
      path: sure(
        "IntuneManagement, Microsoft365DSC, terraform-provider-microsoft365, powershell-intune-samples, IntuneCommander",
      ),
      assignments: recorded,
    },
    fixedOdataType: "#microsoft.graph.targetedManagedAppConfiguration",
    // One request for all three; nobody is known to read the settings by their own path.
    assignments: "expand",
    children: [
      { path: "apps", by: "expand", evidence: recorded },
      { path: "settings", by: "expand", evidence: recorded },
    ],
    meta: ["version", "isAssigned"],
    volatile: state,
    secrets: [{ path: "settings[].**.value", ...secretSetting }],
    comparison: { lists: [...ofApps.lists, ...policyLists], ignore: [...ofApps.ignore, "settings[].id"] },
    risk: "medium",
  }),
];
