import type {
  DeviceCompliancePolicy,
  DeviceManagementCompliancePolicy,
  NotificationMessageTemplate,
  Windows10CompliancePolicy,
} from "@microsoft/microsoft-graph-types-beta";
import { scopeTagReference, usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { configurationPermissions, servicePermissions } from "./permissions.ts";
import { secretSetting } from "./secret-setting.ts";

const policy = {
  platformGroup: "cross_platform",
  assignments: "get",
  risk: "high",
  permissions: configurationPermissions,
} as const;

const scheduledActions = {
  path: "scheduledActionsForRule",
  query: "$expand=scheduledActionConfigurations",
} as const;

const action = "scheduledActionsForRule[].scheduledActionConfigurations[]";

// Each save of a policy makes its actions anew.
const actionIds = ["scheduledActionsForRule[].id", `${action}.id`] as const;

const actionReferences = [
  { to: "notificationMessageTemplate", path: `${action}.notificationTemplateId` },
  { to: "group", path: `${action}.notificationMessageCCList[]` },
] as const;

export const compliance = [
  defineContract<DeviceCompliancePolicy | Windows10CompliancePolicy>({
    ...policy,
    key: "deviceCompliancePolicy",
    displayName: "Compliance policy",
    path: "/deviceManagement/deviceCompliancePolicies",
    serviceGroup: "deviceConfiguration",
    children: [scheduledActions],
    meta: ["version"],
    volatile: ["version", ...actionIds],
    references: [
      ...usualReferences,
      ...actionReferences,
      { to: "deviceComplianceScript", path: "deviceCompliancePolicyScript.deviceComplianceScriptId" },
    ],
  }),
  defineContract<DeviceManagementCompliancePolicy>({
    ...policy,
    key: "compliancePolicyV2",
    displayName: "Compliance policy (settings catalog)",
    path: "/deviceManagement/compliancePolicies",
    serviceGroup: "deviceConfigurationV2",
    fixedOdataType: "#microsoft.graph.deviceManagementCompliancePolicy",
    children: [{ path: "settings", countedBy: "settingCount", pageSize: 25 }, scheduledActions],
    nameProperty: "name",
    platform: { property: "platforms" },
    meta: ["technologies", "settingCount", "isAssigned"],
    volatile: [
      "settingCount",
      "isAssigned",
      "creationSource",
      "settings[].id",
      "settings[].settingDefinitions",
      ...actionIds,
    ],
    secrets: [{ path: "settings[].**.value", ...secretSetting }],
    references: [...usualReferences, ...actionReferences],
  }),
  defineContract<NotificationMessageTemplate>({
    key: "notificationMessageTemplate",
    displayName: "Compliance notification",
    platformGroup: "tenant",
    path: "/deviceManagement/notificationMessageTemplates",
    serviceGroup: "notifications",
    fixedOdataType: "#microsoft.graph.notificationMessageTemplate",
    children: [{ path: "localizedNotificationMessages" }],
    meta: ["defaultLocale"],
    volatile: ["localizedNotificationMessages[].id", "localizedNotificationMessages[].lastModifiedDateTime"],
    references: [scopeTagReference],
    risk: "medium",
    permissions: servicePermissions,
  }),
];
