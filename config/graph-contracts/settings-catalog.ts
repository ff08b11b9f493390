import type {
  DeviceManagementConfigurationPolicy,
  DeviceManagementReusablePolicySetting,
} from "@microsoft/microsoft-graph-types-beta";
import { instanceLists, policyLists } from "../comparison/catalog-lists.ts";
import { usualReferences } from "./assigned-references.ts";
import { type ContractFor, defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";
import { secretSetting } from "./secret-setting.ts";

const policy = {
  platformGroup: "cross_platform",
  path: "/deviceManagement/configurationPolicies",
  evidence: {
    path: sure("IntuneManagement, CIPP, IntuneCD, terraform-provider-microsoft365, Microsoft365DSC"),
    assignments: sure(
      "IntuneCD, IntuneBackupAndRestore, terraform-provider-microsoft365, Microsoft365DSC, M365Documentation",
    ),
  },
  serviceGroup: "deviceConfigurationV2",
  fixedOdataType: "#microsoft.graph.deviceManagementConfigurationPolicy",
  // Policies and their settings come 25 a page; a policy announces how many settings it has (graph.md 2.4).
  pageSize: 25,
  children: [
    {
      path: "settings",
      countedBy: "settingCount",
      pageSize: 25,
      evidence: sure("IntuneBackupAndRestore, terraform-provider-microsoft365, Microsoft365DSC, M365Documentation"),
    },
  ],
  // $expand=assignments is silently empty for this type, on the list and on the item (graph.md 2.5).
  assignments: "get",
  nameProperty: "name",
  platform: { property: "platforms" },
  meta: ["technologies", "settingCount", "isAssigned"],
  volatile: [
    "settingCount",
    "isAssigned",
    "creationSource",
    "priorityMetaData",
    "settings[].id",
    "settings[].settingDefinitions",
    "templateReference.templateDisplayName",
    "templateReference.templateDisplayVersion",
  ],
  secrets: [{ path: "settings[].**.value", ...secretSetting }],
  comparison: { lists: policyLists },
  references: usualReferences,
  permissions: configurationPermissions,
} as const satisfies Partial<ContractFor<DeviceManagementConfigurationPolicy>>;

const family = "templateReference.templateFamily";

export const settingsCatalog = [
  defineContract<DeviceManagementConfigurationPolicy>({
    ...policy,
    key: "settingsCatalog",
    displayName: "Settings Catalog policy",
    kinds: { by: "property", path: family, is: ["none"], orAbsent: true },
    risk: "medium",
  }),
  defineContract<DeviceManagementConfigurationPolicy>({
    ...policy,
    key: "endpointSecurityPolicy",
    displayName: "Endpoint security policy",
    kinds: {
      by: "property",
      path: family,
      is: [
        "endpointSecurityAntivirus",
        "endpointSecurityDiskEncryption",
        "endpointSecurityFirewall",
        "endpointSecurityEndpointDetectionAndResponse",
        "endpointSecurityAttackSurfaceReduction",
        "endpointSecurityAccountProtection",
        "endpointSecurityApplicationControl",
        "endpointSecurityEndpointPrivilegeManagement",
        "enrollmentConfiguration",
      ],
    },
    risk: "high",
  }),
  defineContract<DeviceManagementConfigurationPolicy>({
    ...policy,
    key: "securityBaseline",
    displayName: "Security baseline",
    kinds: { by: "property", path: family, is: ["baseline"] },
    risk: "high",
  }),
  defineContract<DeviceManagementConfigurationPolicy>({
    ...policy,
    key: "configurationPolicyOther",
    displayName: "Policy of another template family",
    kinds: { by: "rest" },
    risk: "high",
    restore: "none",
    differs: ["A catch-all of ours: a template family that is newer than this registry."],
  }),
  defineContract<DeviceManagementReusablePolicySetting>({
    key: "reusablePolicySetting",
    displayName: "Reusable settings group",
    platformGroup: "cross_platform",
    path: "/deviceManagement/reusablePolicySettings",
    evidence: {
      path: sure("CIPP, IntuneManagement, terraform-provider-microsoft365, IntuneCD"),
      query: sure("CIPP, terraform-provider-microsoft365, IntuneManagement"),
    },
    // The instance is left out unless it is selected by name.
    query:
      "$select=id,createdDateTime,lastModifiedDateTime,displayName,description,settingDefinitionId,settingInstance,version,referencingConfigurationPolicyCount",
    serviceGroup: "deviceConfigurationV2",
    fixedOdataType: "#microsoft.graph.deviceManagementReusablePolicySetting",
    meta: ["settingDefinitionId", "referencingConfigurationPolicyCount"],
    volatile: ["version", "referencingConfigurationPolicyCount"],
    secrets: [{ path: "settingInstance.**.value", ...secretSetting }],
    comparison: { lists: instanceLists },
    risk: "medium",
    permissions: configurationPermissions,
  }),
];
