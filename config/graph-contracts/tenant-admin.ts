import type {
  ConfigManagerCollection,
  DeviceAndAppManagementAssignmentFilter,
  DeviceCategory,
  DeviceManagementSettings,
  IntuneBrandingProfile,
  ManagedDeviceCleanupRule,
  OperationApprovalPolicy,
  PolicySet,
  RoleScopeTag,
  TermsAndConditions,
} from "@microsoft/microsoft-graph-types-beta";
import { assignedReferences, scopeTagReference, usualReferences } from "./assigned-references.ts";
import { differs } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { documented, likely, sure } from "./evidence.ts";
import { appPermissions, configurationPermissions, servicePermissions } from "./permissions.ts";

const tenant = {
  platformGroup: "tenant",
  serviceGroup: "deviceConfiguration",
  permissions: configurationPermissions,
} as const;

const recordedSets = sure("terraform-provider-microsoft365 (recorded), IntuneManagement, Microsoft365DSC");

export const tenantAdmin = [
  defineContract<DeviceAndAppManagementAssignmentFilter>({
    ...tenant,
    key: "assignmentFilter",
    displayName: "Assignment filter",
    path: "/deviceManagement/assignmentFilters",
    evidence: { path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365") },
    fixedOdataType: "#microsoft.graph.deviceAndAppManagementAssignmentFilter",
    platform: { property: "platform" },
    meta: ["assignmentFilterManagementType"],
    volatile: ["payloads"],
    // Filters and policy sets call them roleScopeTags (graph.md 2.7).
    references: [{ to: "roleScopeTag", path: "roleScopeTags[]" }],
    risk: "high",
  }),
  defineContract<RoleScopeTag>({
    ...tenant,
    key: "roleScopeTag",
    displayName: "Scope tag",
    path: "/deviceManagement/roleScopeTags",
    evidence: {
      path: sure(
        "IntuneManagement, IntuneCD, terraform-provider-microsoft365, IntuneCommander, powershell-intune-samples",
      ),
      assignments: sure("IntuneManagement, IntuneCD, terraform-provider-microsoft365"),
    },
    serviceGroup: "rbac",
    fixedOdataType: "#microsoft.graph.roleScopeTag",
    // Every tenant's default tag has the id 0, and objects name it.
    builtIn: { property: "isBuiltIn", is: true, read: "all" },
    assignments: "get",
    meta: ["isBuiltIn"],
    volatile: ["isBuiltIn"],
    references: [{ to: "group", path: "assignments[].target.groupId" }],
    risk: "medium",
  }),
  defineContract<DeviceCategory>({
    ...tenant,
    key: "deviceCategory",
    displayName: "Device category",
    path: "/deviceManagement/deviceCategories",
    evidence: {
      path: sure("IntuneManagement, IntuneCD, terraform-provider-microsoft365, Microsoft365DSC, M365Documentation"),
    },
    fixedOdataType: "#microsoft.graph.deviceCategory",
    references: [scopeTagReference],
    risk: "low",
  }),
  defineContract<TermsAndConditions>({
    ...tenant,
    key: "termsAndConditions",
    displayName: "Terms and conditions",
    path: "/deviceManagement/termsAndConditions",
    evidence: {
      path: sure(
        "IntuneManagement, terraform-provider-microsoft365, M365Documentation, IntuneCommander, powershell-intune-samples",
      ),
      assignments: sure("M365Documentation, terraform-provider-microsoft365"),
    },
    serviceGroup: "enrollment",
    fixedOdataType: "#microsoft.graph.termsAndConditions",
    // Neither list nor item takes $expand=assignments (graph.md 2.5).
    assignments: "get",
    meta: ["version"],
    volatile: ["version", "modifiedDateTime"],
    references: usualReferences,
    risk: "medium",
    permissions: servicePermissions,
  }),
  defineContract<IntuneBrandingProfile>({
    ...tenant,
    key: "intuneBrandingProfile",
    displayName: "Company Portal branding",
    path: "/deviceManagement/intuneBrandingProfiles",
    evidence: {
      path: sure("IntuneManagement, CIPP, powershell-intune-samples, IntuneCommander"),
      assignments: likely(
        "documentation; IntuneManagement and terraform-provider-microsoft365 by $expand on the object",
      ),
    },
    serviceGroup: "enrollment",
    fixedOdataType: "#microsoft.graph.intuneBrandingProfile",
    // Logos are null in lists and come with the single GET.
    detail: "get",
    builtIn: { property: "isDefaultProfile", is: true, read: "all" },
    assignments: "get",
    nameProperty: "profileName",
    meta: ["isDefaultProfile"],
    volatile: ["isDefaultProfile", "disableClientTelemetry"],
    references: usualReferences,
    risk: "medium",
    permissions: appPermissions,
  }),
  defineContract<DeviceManagementSettings>({
    ...tenant,
    key: "deviceManagementSettings",
    displayName: "Device management settings",
    path: "/deviceManagement/settings",
    evidence: { path: sure("IntuneManagement, IntuneCD, CIPP, Microsoft365DSC") },
    read: "singleton",
    fixedOdataType: "#microsoft.graph.deviceManagementSettings",
    nameProperty: null,
    meta: ["secureByDefault"],
    risk: "high",
    differs: ["A property of deviceManagement, so it is in no list of paths and has no permissions of its own."],
  }),
  defineContract<ManagedDeviceCleanupRule>({
    ...tenant,
    key: "managedDeviceCleanupRule",
    displayName: "Device cleanup rule",
    path: "/deviceManagement/managedDeviceCleanupRules",
    evidence: { path: sure("CIPP, terraform-provider-microsoft365") },
    fixedOdataType: "#microsoft.graph.managedDeviceCleanupRule",
    platform: { property: "deviceCleanupRulePlatformType" },
    risk: "high",
    differs: [differs.byArea],
  }),
  defineContract<ConfigManagerCollection>({
    ...tenant,
    key: "configManagerCollection",
    displayName: "Configuration Manager collection",
    path: "/deviceManagement/configManagerCollections",
    evidence: { path: documented },
    fixedOdataType: "#microsoft.graph.configManagerCollection",
    meta: ["collectionIdentifier", "hierarchyName"],
    restore: "none",
    risk: "medium",
    notes: ["It lives in Configuration Manager; assignments name it."],
  }),
  defineContract<OperationApprovalPolicy>({
    ...tenant,
    key: "operationApprovalPolicy",
    displayName: "Multi admin approval policy",
    path: "/deviceManagement/operationApprovalPolicies",
    evidence: { path: sure("terraform-provider-microsoft365") },
    serviceGroup: "rbac",
    fixedOdataType: "#microsoft.graph.operationApprovalPolicy",
    assignments: "inside",
    platform: { property: "policyPlatform" },
    meta: ["policyType"],
    references: [{ to: "group", path: "approverGroupIds[]" }],
    notes: ["Where one is in force, every write of what it covers waits for another administrator."],
    risk: "high",
  }),
  defineContract<PolicySet>({
    ...tenant,
    key: "policySet",
    displayName: "Policy set",
    path: "/deviceAppManagement/policySets",
    evidence: {
      path: sure(
        "IntuneManagement, terraform-provider-microsoft365, Microsoft365DSC, IntuneCommander, powershell-intune-samples",
      ),
      assignments: recordedSets,
    },
    serviceGroup: "applications",
    fixedOdataType: "#microsoft.graph.policySet",
    // Neither has a route of its own, in spite of the metadata, and the list does not take $expand.
    children: [{ path: "items", by: "expand", evidence: recordedSets }],
    assignments: "expand",
    meta: ["status"],
    volatile: ["status", "errorCode", "items[].status", "items[].errorCode", "items[].lastModifiedDateTime"],
    // An item says by kind and name what it holds, and by an id that means something in its tenant alone.
    comparison: { ignore: ["items[].id"], tenantBound: ["items[].payloadId"] },
    references: [...assignedReferences, { to: "roleScopeTag", path: "roleScopeTags[]" }],
    risk: "medium",
  }),
];
