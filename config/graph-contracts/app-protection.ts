import type { AndroidManagedAppProtection, IosManagedAppProtection } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, scopeTagReference } from "./assigned-references.ts";
import { type ContractFor, defineContract } from "./define-contract.ts";

// Read through the typed collections: managedAppPolicies cannot give assignments (graph-facts 2.5).
const shared = {
  version: "beta",
  serviceGroup: "managedApplications",
  odataTypes: null,
  detail: "list",
  assignments: "get",
  nameProperty: "displayName",
  references: [...assignedReferences, scopeTagReference],
  risk: "high",
  restore: "preview_only",
  permissions: { read: ["DeviceManagementApps.Read.All"], write: ["DeviceManagementApps.ReadWrite.All"] },
} satisfies Partial<ContractFor<IosManagedAppProtection>>;

export const iosManagedAppProtection = defineContract<IosManagedAppProtection>({
  ...shared,
  key: "iosManagedAppProtection",
  displayName: "iOS app protection policy",
  platformGroup: "apple",
  path: "/deviceAppManagement/iosManagedAppProtections",
  fixedOdataType: "#microsoft.graph.iosManagedAppProtection",
  children: [{ path: "apps" }],
  platform: { constant: "iOS" },
  meta: ["version", "isAssigned"],
  volatile: ["createdDateTime", "lastModifiedDateTime", "version", "isAssigned", "deployedAppCount"],
});

export const androidManagedAppProtection = defineContract<AndroidManagedAppProtection>({
  ...shared,
  key: "androidManagedAppProtection",
  displayName: "Android app protection policy",
  platformGroup: "android",
  path: "/deviceAppManagement/androidManagedAppProtections",
  fixedOdataType: "#microsoft.graph.androidManagedAppProtection",
  children: [{ path: "apps" }],
  platform: { constant: "android" },
  meta: ["version", "isAssigned"],
  volatile: ["createdDateTime", "lastModifiedDateTime", "version", "isAssigned", "deployedAppCount"],
});
