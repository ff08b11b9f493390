import type {
  AndroidManagedAppProtection,
  DefaultManagedAppProtection,
  IosManagedAppProtection,
  MdmWindowsInformationProtectionPolicy,
  TargetedManagedAppConfiguration,
  WindowsInformationProtectionPolicy,
  WindowsManagedAppProtection,
} from "@microsoft/microsoft-graph-types-beta";
import { scopeTagReference, usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
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

const apps = [{ path: "apps" }] as const;
const state = ["version", "isAssigned", "deployedAppCount", "apps[].version"] as const;
const lockerFiles = [{ path: "protectedAppLockerFiles" }, { path: "exemptAppLockerFiles" }] as const;
const fileState = [
  "version",
  "isAssigned",
  "protectedAppLockerFiles[].version",
  "exemptAppLockerFiles[].version",
] as const;
const retired = { notes: ["Microsoft has retired Windows Information Protection."], restore: "none" } as const;

export const appProtection = [
  defineContract<IosManagedAppProtection>({
    ...policy,
    key: "iosManagedAppProtection",
    displayName: "iOS app protection policy",
    platformGroup: "apple",
    path: "/deviceAppManagement/iosManagedAppProtections",
    fixedOdataType: "#microsoft.graph.iosManagedAppProtection",
    children: apps,
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
    fixedOdataType: "#microsoft.graph.androidManagedAppProtection",
    children: apps,
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
    fixedOdataType: "#microsoft.graph.windowsManagedAppProtection",
    children: apps,
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
    fixedOdataType: "#microsoft.graph.defaultManagedAppProtection",
    assignments: "none",
    children: apps,
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
    fixedOdataType: "#microsoft.graph.mdmWindowsInformationProtectionPolicy",
    children: lockerFiles,
    platform: { constant: "windows10" },
    volatile: fileState,
  }),
  defineContract<WindowsInformationProtectionPolicy>({
    ...policy,
    ...retired,
    key: "windowsInformationProtectionPolicy",
    displayName: "Windows Information Protection (not enrolled)",
    platformGroup: "windows",
    path: "/deviceAppManagement/windowsInformationProtectionPolicies",
    fixedOdataType: "#microsoft.graph.windowsInformationProtectionPolicy",
    children: lockerFiles,
    platform: { constant: "windows10" },
    volatile: fileState,
  }),
  defineContract<TargetedManagedAppConfiguration>({
    ...policy,
    key: "targetedManagedAppConfiguration",
    displayName: "App configuration (managed apps)",
    platformGroup: "cross_platform",
    path: "/deviceAppManagement/targetedManagedAppConfigurations",
    fixedOdataType: "#microsoft.graph.targetedManagedAppConfiguration",
    children: [{ path: "apps" }, { path: "settings" }],
    meta: ["version", "isAssigned"],
    volatile: state,
    secrets: [{ path: "settings[].**.value", ...secretSetting }],
    risk: "medium",
  }),
];
