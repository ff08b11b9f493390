import type {
  AndroidManagedStoreAccountEnterpriseSettings,
  ApplePushNotificationCertificate,
  DeviceManagementSettings,
} from "@microsoft/microsoft-graph-types-beta";
import type { Random } from "@tenantpilot/embedded-azure/random";
import type { GraphObject, SeedObject } from "./seed-tenant.ts";

/** What every tenant of Intune has once, at a path without an id. */
export function makeSingletons(random: Random): SeedObject[] {
  const settings = {
    id: random.guid(),
    secureByDefault: true,
    deviceComplianceCheckinThresholdDays: 30,
    enableDeviceGroupMembershipReport: false,
  } satisfies GraphObject<DeviceManagementSettings & { id: string }>;
  const certificate = {
    id: random.guid(),
    appleIdentifier: "mdm@contoso.example",
    topicIdentifier: `com.apple.mgmt.External.${random.guid()}`,
    certificateUploadStatus: "succeeded",
    expirationDateTime: "2027-05-01T09:00:00Z",
    lastModifiedDateTime: "2026-05-01T09:00:00Z",
  } satisfies GraphObject<ApplePushNotificationCertificate>;
  const store = {
    id: random.guid(),
    bindStatus: "boundAndValidated",
    ownerOrganizationName: "Contoso",
    ownerUserPrincipalName: "play@contoso.example",
    enrollmentTarget: "all",
    targetGroupIds: [],
    lastModifiedDateTime: "2026-05-01T09:00:00Z",
  } satisfies GraphObject<AndroidManagedStoreAccountEnterpriseSettings>;
  return [
    { collectionPath: "/deviceManagement/settings", object: settings },
    { collectionPath: "/deviceManagement/applePushNotificationCertificate", object: certificate },
    { collectionPath: "/deviceManagement/androidManagedStoreAccountEnterpriseSettings", object: store },
  ];
}
