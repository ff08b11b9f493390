import type {
  DeviceComanagementAuthorityConfiguration,
  DeviceEnrollmentConfiguration,
  DeviceEnrollmentNotificationConfiguration,
  DeviceEnrollmentPlatformRestrictionConfiguration,
  ImportedDeviceIdentity,
  Windows10EnrollmentCompletionPageConfiguration,
  WindowsRestoreDeviceEnrollmentConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { servicePermissions } from "./permissions.ts";

const configuration = {
  path: "/deviceManagement/deviceEnrollmentConfigurations",
  evidence: {
    path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365"),
    assignments: sure(
      "IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, M365Documentation, powershell-intune-samples",
    ),
  },
  serviceGroup: "enrollment",
  assignments: "get",
  meta: ["priority", "version"],
  volatile: ["version", "priority"],
  references: usualReferences,
  risk: "high",
  permissions: servicePermissions,
} as const;

export const enrollment = [
  defineContract<Windows10EnrollmentCompletionPageConfiguration>({
    ...configuration,
    key: "enrollmentStatusPage",
    displayName: "Enrollment status page",
    platformGroup: "windows",
    kinds: { by: "odataType", is: ["#microsoft.graph.windows10EnrollmentCompletionPageConfiguration"] },
    platform: { constant: "windows10" },
    references: [...usualReferences, { to: "mobileApp", path: "selectedMobileAppIds[]" }],
  }),
  defineContract<DeviceEnrollmentPlatformRestrictionConfiguration>({
    ...configuration,
    key: "enrollmentPlatformRestriction",
    displayName: "Enrollment platform restriction",
    platformGroup: "cross_platform",
    kinds: {
      by: "odataType",
      is: [
        "#microsoft.graph.deviceEnrollmentPlatformRestrictionConfiguration",
        "#microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration",
      ],
    },
    platform: { property: "platformType" },
  }),
  defineContract<DeviceEnrollmentConfiguration>({
    ...configuration,
    key: "enrollmentLimit",
    displayName: "Enrollment device limit",
    platformGroup: "cross_platform",
    kinds: { by: "odataType", is: ["#microsoft.graph.deviceEnrollmentLimitConfiguration"] },
  }),
  defineContract<DeviceEnrollmentConfiguration>({
    ...configuration,
    key: "windowsHelloForBusinessTenant",
    displayName: "Windows Hello for Business (tenant)",
    platformGroup: "windows",
    kinds: { by: "odataType", is: ["#microsoft.graph.deviceEnrollmentWindowsHelloForBusinessConfiguration"] },
    platform: { constant: "windows10" },
  }),
  defineContract<DeviceComanagementAuthorityConfiguration>({
    ...configuration,
    key: "comanagementAuthority",
    displayName: "Co-management settings",
    platformGroup: "windows",
    kinds: { by: "odataType", is: ["#microsoft.graph.deviceComanagementAuthorityConfiguration"] },
    platform: { constant: "windows10" },
    notes: ["The command line of the Configuration Manager client may carry a secret; it is stored as returned."],
  }),
  defineContract<DeviceEnrollmentNotificationConfiguration>({
    ...configuration,
    key: "enrollmentNotification",
    displayName: "Enrollment notification",
    platformGroup: "cross_platform",
    kinds: { by: "odataType", is: ["#microsoft.graph.deviceEnrollmentNotificationConfiguration"] },
    platform: { property: "platformType" },
    references: [...usualReferences, { to: "notificationMessageTemplate", path: "notificationMessageTemplateId" }],
    risk: "medium",
  }),
  defineContract<WindowsRestoreDeviceEnrollmentConfiguration>({
    ...configuration,
    key: "windowsRestoreConfiguration",
    displayName: "Windows backup and restore",
    platformGroup: "windows",
    kinds: { by: "odataType", is: ["#microsoft.graph.windowsRestoreDeviceEnrollmentConfiguration"] },
    platform: { constant: "windows10" },
    risk: "medium",
  }),
  defineContract<DeviceEnrollmentConfiguration>({
    ...configuration,
    key: "enrollmentConfigurationOther",
    displayName: "Enrollment configuration of another kind",
    platformGroup: "cross_platform",
    kinds: { by: "rest" },
    restore: "none",
    differs: ["A catch-all of ours: a kind that is newer than this registry."],
  }),
  defineContract<ImportedDeviceIdentity>({
    key: "importedDeviceIdentity",
    displayName: "Corporate device identifier",
    platformGroup: "cross_platform",
    path: "/deviceManagement/importedDeviceIdentities",
    evidence: { path: sure("powershell-intune-samples") },
    serviceGroup: "enrollment",
    fixedOdataType: "#microsoft.graph.importedDeviceIdentity",
    nameProperty: "importedDeviceIdentifier",
    platform: { property: "platform" },
    meta: ["importedDeviceIdentityType"],
    volatile: ["enrollmentState", "lastContactedDateTime"],
    snapshot: { none: "Devices are no configuration: the inventory shows them." },
    restore: "none",
    risk: "medium",
    permissions: servicePermissions,
  }),
];
