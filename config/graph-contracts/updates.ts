import type {
  WindowsDriverUpdateProfile,
  WindowsFeatureUpdateProfile,
  WindowsQualityUpdatePolicy,
  WindowsQualityUpdateProfile,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { differs, licences } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { likely, sure } from "./evidence.ts";
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
    evidence: {
      path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, IntuneTools"),
      assignments: sure("IntuneCD, Microsoft365DSC, IntuneTools"),
    },
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
    evidence: {
      path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, IntuneTools"),
      assignments: sure("IntuneCD, Microsoft365DSC, IntuneTools"),
    },
    fixedOdataType: "#microsoft.graph.windowsFeatureUpdateProfile",
    meta: ["featureUpdateVersion"],
    volatile: ["deployableContentDisplayName", "endOfSupportDate"],
  }),
  defineContract<WindowsQualityUpdateProfile>({
    ...profile,
    key: "windowsQualityUpdateProfile",
    displayName: "Expedited quality update",
    path: "/deviceManagement/windowsQualityUpdateProfiles",
    evidence: {
      path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, IntuneTools"),
      assignments: sure("IntuneCD, Microsoft365DSC, IntuneTools"),
    },
    fixedOdataType: "#microsoft.graph.windowsQualityUpdateProfile",
    meta: ["releaseDateDisplayName"],
    volatile: ["deployableContentDisplayName", "releaseDateDisplayName"],
  }),
  defineContract<WindowsQualityUpdatePolicy>({
    ...profile,
    key: "windowsQualityUpdatePolicy",
    displayName: "Quality update policy",
    path: "/deviceManagement/windowsQualityUpdatePolicies",
    evidence: {
      path: sure("CIPP, terraform-provider-microsoft365, IntuneTools"),
      assignments: likely("IntuneTools; CIPP and terraform-provider-microsoft365 by $expand"),
    },
    fixedOdataType: "#microsoft.graph.windowsQualityUpdatePolicy",
    meta: ["hotpatchEnabled"],
    differs: [differs.byArea],
  }),
];
