import type {
  DeviceCompliancePolicy,
  DeviceManagementCompliancePolicy,
  NotificationMessageTemplate,
  Windows10CompliancePolicy,
} from "@microsoft/microsoft-graph-types-beta";
import { policyLists } from "../comparison/catalog-lists.ts";
import { scopeTagReference, usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { likely, sure } from "./evidence.ts";
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

const ruleActions = [
  {
    ...scheduledActions,
    // Its own path has no route, in spite of the metadata.
    by: "expand",
    evidence: sure("IntuneManagement, CIPP, IntuneTools, terraform-provider-microsoft365; IntuneCD on the list"),
  },
] as const;

const action = "scheduledActionsForRule[].scheduledActionConfigurations[]";

// Each save of a policy makes its actions anew.
const actionIds = ["scheduledActionsForRule[].id", `${action}.id`] as const;

// So a changed grace period is one change.
const actionList = {
  at: "scheduledActionsForRule[].scheduledActionConfigurations",
  key: ["actionType", "notificationTemplateId"],
} as const;

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
    evidence: {
      path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365"),
      assignments: sure(
        "IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, M365Documentation, IntuneTools, IntuneCommander",
      ),
    },
    serviceGroup: "deviceConfiguration",
    children: ruleActions,
    meta: ["version"],
    volatile: ["version", ...actionIds],
    comparison: { lists: [actionList] },
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
    evidence: {
      path: sure("IntuneManagement, IntuneCD, terraform-provider-microsoft365, IntuneHydrationKit"),
      assignments: sure("IntuneCD"),
    },
    serviceGroup: "deviceConfigurationV2",
    fixedOdataType: "#microsoft.graph.deviceManagementCompliancePolicy",
    children: [
      {
        path: "settings",
        countedBy: "settingCount",
        pageSize: 25,
        evidence: sure("terraform-provider-microsoft365; IntuneManagement and IntuneCD by $expand"),
      },
      // Of another service than the actions of the older policies: here the path is in use.
      { ...scheduledActions, by: "path_or_expand", evidence: likely("IntuneCD, with the same query") },
    ],
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
    comparison: { lists: [...policyLists, actionList] },
    references: [...usualReferences, ...actionReferences],
  }),
  defineContract<NotificationMessageTemplate>({
    key: "notificationMessageTemplate",
    displayName: "Compliance notification",
    platformGroup: "tenant",
    path: "/deviceManagement/notificationMessageTemplates",
    evidence: { path: sure("IntuneManagement, IntuneCD, terraform-provider-microsoft365, IntuneHydrationKit") },
    serviceGroup: "notifications",
    fixedOdataType: "#microsoft.graph.notificationMessageTemplate",
    children: [
      {
        path: "localizedNotificationMessages",
        evidence: sure("terraform-provider-microsoft365 (recorded); IntuneManagement and IntuneCD by $expand"),
      },
    ],
    meta: ["defaultLocale"],
    volatile: ["localizedNotificationMessages[].id", "localizedNotificationMessages[].lastModifiedDateTime"],
    comparison: { lists: [{ at: "localizedNotificationMessages", key: ["locale"] }] },
    references: [scopeTagReference],
    risk: "medium",
    permissions: servicePermissions,
  }),
];
