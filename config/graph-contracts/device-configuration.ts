import type { DeviceConfiguration, GroupPolicyConfiguration } from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, configurationPermissions, scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";

export const deviceConfiguration = defineContract<DeviceConfiguration>({
  key: "deviceConfiguration",
  displayName: "Device configuration profile",
  platformGroup: "cross_platform",
  version: "beta",
  path: "/deviceManagement/deviceConfigurations",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  detail: "list",
  assignments: "get",
  nameProperty: "displayName",
  platform: null,
  meta: ["version"],
  volatile: ["createdDateTime", "lastModifiedDateTime", "version", "supportsScopeTags"],
  // Graph masks them; reading the clear value is a separate call that a snapshot never makes.
  secrets: ["omaSettings[].value where isEncrypted is true"],
  references: [...assignedReferences, scopeTagReference],
  risk: "medium",
  restore: "preview_only",
  permissions: configurationPermissions,
});

export const groupPolicyConfiguration = defineContract<GroupPolicyConfiguration>({
  key: "groupPolicyConfiguration",
  displayName: "Administrative template",
  platformGroup: "windows",
  version: "beta",
  path: "/deviceManagement/groupPolicyConfigurations",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.groupPolicyConfiguration",
  detail: "list",
  children: [
    {
      path: "definitionValues",
      query: "$expand=definition",
      nested: { path: "presentationValues", query: "$expand=presentation" },
    },
  ],
  assignments: "get",
  nameProperty: "displayName",
  platform: { constant: "windows10" },
  meta: ["policyConfigurationIngestionType"],
  volatile: ["createdDateTime", "lastModifiedDateTime"],
  references: [...assignedReferences, scopeTagReference],
  risk: "medium",
  restore: "preview_only",
  permissions: configurationPermissions,
});
