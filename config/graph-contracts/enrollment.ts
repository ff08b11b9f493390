import type {
  DeviceComanagementAuthorityConfiguration,
  DeviceEnrollmentConfiguration,
  DeviceEnrollmentNotificationConfiguration,
  DeviceEnrollmentPlatformRestrictionConfiguration,
  Windows10EnrollmentCompletionPageConfiguration,
  WindowsRestoreDeviceEnrollmentConfiguration,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { servicePermissions } from "./permissions.ts";

const configuration = {
  path: "/deviceManagement/deviceEnrollmentConfigurations",
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
];
