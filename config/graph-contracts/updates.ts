import type {
  WindowsDriverUpdateProfile,
  WindowsFeatureUpdateProfile,
  WindowsQualityUpdatePolicy,
  WindowsQualityUpdateProfile,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { differs, licences } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { configurationPermissions } from "./permissions.ts";

const profile = {
  platformGroup: "windows",
  serviceGroup: "deviceConfiguration",
  assignments: "get",
  platform: { constant: "windows10" },
  references: usualReferences,
  licence: licences.windowsEnterprise,
  risk: "high",
  permissions: configurationPermissions,
} as const;

export const updates = [
  defineContract<WindowsDriverUpdateProfile>({
    ...profile,
    key: "windowsDriverUpdateProfile",
    displayName: "Driver update profile",
    path: "/deviceManagement/windowsDriverUpdateProfiles",
    fixedOdataType: "#microsoft.graph.windowsDriverUpdateProfile",
    meta: ["approvalType"],
    // What the update service counts and when it looked is no configuration.
    volatile: ["deviceReporting", "newUpdates", "inventorySyncStatus"],
    notes: ["Approvals of single drivers are decisions of the update service and are not kept."],
  }),
  defineContract<WindowsFeatureUpdateProfile>({
    ...profile,
    key: "windowsFeatureUpdateProfile",
    displayName: "Feature update profile",
    path: "/deviceManagement/windowsFeatureUpdateProfiles",
    fixedOdataType: "#microsoft.graph.windowsFeatureUpdateProfile",
    meta: ["featureUpdateVersion"],
    volatile: ["deployableContentDisplayName", "endOfSupportDate"],
  }),
  defineContract<WindowsQualityUpdateProfile>({
    ...profile,
    key: "windowsQualityUpdateProfile",
    displayName: "Expedited quality update",
    path: "/deviceManagement/windowsQualityUpdateProfiles",
    fixedOdataType: "#microsoft.graph.windowsQualityUpdateProfile",
    meta: ["releaseDateDisplayName"],
    volatile: ["deployableContentDisplayName", "releaseDateDisplayName"],
  }),
  defineContract<WindowsQualityUpdatePolicy>({
    ...profile,
    key: "windowsQualityUpdatePolicy",
    displayName: "Quality update policy",
    path: "/deviceManagement/windowsQualityUpdatePolicies",
    fixedOdataType: "#microsoft.graph.windowsQualityUpdatePolicy",
    meta: ["hotpatchEnabled"],
    differs: [differs.byArea],
  }),
];
