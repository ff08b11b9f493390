import type {
  ApplePushNotificationCertificate,
  AppleUserInitiatedEnrollmentProfile,
  DepEnrollmentBaseProfile,
  DepIOSEnrollmentProfile,
  DepMacOSEnrollmentProfile,
  DepOnboardingSetting,
  VppToken,
} from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, scopeTagReference } from "./assigned-references.ts";
import { notes } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { servicePermissions } from "./permissions.ts";

const apple = {
  platformGroup: "apple",
  serviceGroup: "enrollment",
  risk: "high",
  permissions: servicePermissions,
} as const;

const bound = { restore: "none", notes: [notes.bound] } as const;

export const appleEnrollment = [
  defineContract<ApplePushNotificationCertificate>({
    ...apple,
    ...bound,
    key: "applePushNotificationCertificate",
    displayName: "Apple MDM push certificate",
    path: "/deviceManagement/applePushNotificationCertificate",
    evidence: { path: sure("CIPP, IntuneCD, M365Documentation, terraform-provider-microsoft365") },
    read: "singleton",
    fixedOdataType: "#microsoft.graph.applePushNotificationCertificate",
    nameProperty: "appleIdentifier",
    meta: ["expirationDateTime", "certificateUploadStatus"],
    secrets: [{ path: "certificate", kind: "never_snapshot" }],
    differs: [
      "The published list stars a write permission for reading; the service itself asks for what is named here.",
    ],
  }),
  defineContract<VppToken>({
    ...apple,
    ...bound,
    key: "vppToken",
    displayName: "Apple VPP token",
    path: "/deviceAppManagement/vppTokens",
    evidence: { path: sure("IntuneManagement, CIPP, IntuneCD, M365Documentation, powershell-intune-samples") },
    serviceGroup: "applications",
    fixedOdataType: "#microsoft.graph.vppToken",
    meta: ["appleId", "state", "expirationDateTime"],
    volatile: ["lastSyncDateTime", "lastSyncStatus", "state", "tokenActionResults"],
    secrets: [{ path: "token", kind: "never_snapshot" }],
    references: [scopeTagReference],
    risk: "medium",
  }),
  defineContract<DepOnboardingSetting>({
    ...apple,
    ...bound,
    key: "depOnboardingSetting",
    displayName: "Apple enrollment program token",
    path: "/deviceManagement/depOnboardingSettings",
    evidence: {
      path: sure(
        "IntuneManagement, CIPP, IntuneCD, IntuneHydrationKit, terraform-provider-microsoft365, powershell-intune-samples",
      ),
    },
    fixedOdataType: "#microsoft.graph.depOnboardingSetting",
    nameProperty: "tokenName",
    meta: ["appleIdentifier", "tokenExpirationDateTime"],
    volatile: ["lastSuccessfulSyncDateTime", "lastSyncErrorCode", "lastSyncTriggeredDateTime", "syncedDeviceCount"],
    references: [scopeTagReference],
  }),
  defineContract<DepEnrollmentBaseProfile | DepIOSEnrollmentProfile | DepMacOSEnrollmentProfile>({
    ...apple,
    key: "depEnrollmentProfile",
    displayName: "Apple automated enrollment profile",
    path: "/deviceManagement/depOnboardingSettings/{id}/enrollmentProfiles",
    evidence: {
      path: sure("CIPP, IntuneCD, IntuneHydrationKit, terraform-provider-microsoft365, powershell-intune-samples"),
    },
    meta: ["isDefault"],
    volatile: ["configurationEndpointUrl", "isDefault"],
    secrets: [{ path: "adminAccountPassword", kind: "never_snapshot" }],
    references: [
      { to: "vppToken", path: "companyPortalVppTokenId" },
      { to: "group", path: "enrollmentTimeAzureAdGroupIds[]" },
    ],
    notes: [notes.token],
  }),
  defineContract<AppleUserInitiatedEnrollmentProfile>({
    ...apple,
    key: "appleUserInitiatedEnrollmentProfile",
    displayName: "Apple user enrollment type",
    path: "/deviceManagement/appleUserInitiatedEnrollmentProfiles",
    evidence: {
      path: sure("IntuneManagement, IntuneTools"),
      assignments: sure("terraform-provider-microsoft365, IntuneTools"),
    },
    fixedOdataType: "#microsoft.graph.appleUserInitiatedEnrollmentProfile",
    assignments: "get",
    platform: { property: "platform" },
    meta: ["priority"],
    volatile: ["priority"],
    references: assignedReferences,
  }),
];
