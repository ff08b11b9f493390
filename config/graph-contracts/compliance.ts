import type { DeviceCompliancePolicy } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, configurationPermissions, scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";

export const deviceCompliancePolicy = defineContract<DeviceCompliancePolicy>({
  key: "deviceCompliancePolicy",
  displayName: "Compliance policy",
  platformGroup: "cross_platform",
  version: "beta",
  path: "/deviceManagement/deviceCompliancePolicies",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  detail: "list",
  children: [{ path: "scheduledActionsForRule", query: "$expand=scheduledActionConfigurations" }],
  assignments: "get",
  nameProperty: "displayName",
  platform: null,
  meta: ["version"],
  volatile: ["createdDateTime", "lastModifiedDateTime", "version"],
  references: [
    ...assignedReferences,
    scopeTagReference,
    {
      to: "notificationMessageTemplate",
      path: "scheduledActionsForRule[].scheduledActionConfigurations[].notificationTemplateId",
    },
  ],
  risk: "high",
  restore: "preview_only",
  permissions: configurationPermissions,
});
