import type {
  AndroidDeviceOwnerEnrollmentProfile,
  AndroidForWorkEnrollmentProfile,
  AndroidManagedStoreAccountEnterpriseSettings,
  ZebraFotaConnector,
  ZebraFotaDeployment,
} from "@microsoft/microsoft-graph-types-beta";
import { scopeTagReference } from "./assigned-references.ts";
import { notes } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { documented, sure } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

const android = {
  platformGroup: "android",
  serviceGroup: "enrollment",
  risk: "high",
  permissions: configurationPermissions,
} as const;

export const androidEnrollment = [
  defineContract<AndroidManagedStoreAccountEnterpriseSettings>({
    ...android,
    key: "androidManagedStoreSettings",
    displayName: "Managed Google Play account",
    path: "/deviceManagement/androidManagedStoreAccountEnterpriseSettings",
    evidence: { path: sure("IntuneManagement, IntuneCD, powershell-intune-samples") },
    read: "singleton",
    fixedOdataType: "#microsoft.graph.androidManagedStoreAccountEnterpriseSettings",
    nameProperty: "ownerOrganizationName",
    assignments: "inside",
    meta: ["bindStatus"],
    volatile: ["lastAppSyncDateTime", "lastAppSyncStatus"],
    references: [{ to: "group", path: "targetGroupIds[]" }],
    notes: [notes.bound],
    restore: "none",
    risk: "medium",
  }),
  defineContract<AndroidDeviceOwnerEnrollmentProfile>({
    ...android,
    key: "androidDeviceOwnerEnrollmentProfile",
    displayName: "Android Enterprise enrollment profile",
    path: "/deviceManagement/androidDeviceOwnerEnrollmentProfiles",
    evidence: { path: sure("CIPP, IntuneManagement, powershell-intune-samples") },
    fixedOdataType: "#microsoft.graph.androidDeviceOwnerEnrollmentProfile",
    meta: ["enrollmentMode", "tokenExpirationDateTime"],
    volatile: [
      "accountId",
      "enrolledDeviceCount",
      "enrollmentTokenUsageCount",
      "tokenCreationDateTime",
      "tokenExpirationDateTime",
    ],
    secrets: [
      { path: "tokenValue", kind: "never_snapshot" },
      { path: "qrCodeContent", kind: "never_snapshot" },
      { path: "qrCodeImage", kind: "never_snapshot" },
      { path: "wifiPassword", kind: "never_snapshot" },
    ],
    references: [scopeTagReference],
    notes: [notes.token],
  }),
  defineContract<AndroidForWorkEnrollmentProfile>({
    ...android,
    key: "androidForWorkEnrollmentProfile",
    displayName: "Android for Work enrollment profile (legacy)",
    path: "/deviceManagement/androidForWorkEnrollmentProfiles",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.androidForWorkEnrollmentProfile",
    volatile: ["accountId", "enrolledDeviceCount", "tokenExpirationDateTime"],
    secrets: [
      { path: "tokenValue", kind: "never_snapshot" },
      { path: "qrCodeContent", kind: "never_snapshot" },
      { path: "qrCodeImage", kind: "never_snapshot" },
    ],
    notes: [notes.token],
    restore: "none",
  }),
  defineContract<ZebraFotaConnector>({
    ...android,
    key: "zebraFotaConnector",
    displayName: "Zebra firmware connector",
    path: "/deviceManagement/zebraFotaConnector",
    evidence: { path: documented },
    read: "singleton",
    fixedOdataType: "#microsoft.graph.zebraFotaConnector",
    nameProperty: null,
    meta: ["state"],
    volatile: ["lastSyncDateTime", "state"],
    secrets: [
      { path: "enrollmentToken", kind: "never_snapshot" },
      { path: "enrollmentAuthorizationUrl", kind: "never_snapshot" },
    ],
    notes: [notes.bound, notes.token],
    restore: "none",
    risk: "medium",
  }),
  defineContract<ZebraFotaDeployment>({
    ...android,
    key: "zebraFotaDeployment",
    displayName: "Zebra firmware deployment",
    path: "/deviceManagement/zebraFotaDeployments",
    evidence: { path: documented },
    serviceGroup: "deviceConfiguration",
    fixedOdataType: "#microsoft.graph.zebraFotaDeployment",
    assignments: "inside",
    volatile: ["deploymentStatus"],
    references: [{ to: "group", path: "deploymentAssignments[].target.groupId" }, scopeTagReference],
  }),
];
