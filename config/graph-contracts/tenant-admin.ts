import type {
  DeviceAndAppManagementAssignmentFilter,
  Group,
  RoleScopeTag,
} from "@microsoft/microsoft-graph-types-beta";
import { configurationPermissions } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";

export const assignmentFilter = defineContract<DeviceAndAppManagementAssignmentFilter>({
  key: "assignmentFilter",
  displayName: "Assignment filter",
  platformGroup: "tenant",
  version: "beta",
  path: "/deviceManagement/assignmentFilters",
  serviceGroup: "deviceConfiguration",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.deviceAndAppManagementAssignmentFilter",
  detail: "list",
  assignments: "none",
  nameProperty: "displayName",
  platform: { property: "platform" },
  meta: ["assignmentFilterManagementType"],
  volatile: ["createdDateTime", "lastModifiedDateTime", "payloads"],
  // This type alone calls them roleScopeTags (graph-facts 2.7).
  references: [{ to: "roleScopeTag", path: "roleScopeTags[]" }],
  risk: "high",
  restore: "preview_only",
  permissions: configurationPermissions,
});

export const roleScopeTag = defineContract<RoleScopeTag>({
  key: "roleScopeTag",
  displayName: "Scope tag",
  platformGroup: "tenant",
  version: "beta",
  path: "/deviceManagement/roleScopeTags",
  serviceGroup: "rbac",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.roleScopeTag",
  detail: "list",
  assignments: "get",
  nameProperty: "displayName",
  platform: null,
  meta: ["isBuiltIn"],
  volatile: ["isBuiltIn"],
  references: [{ to: "group", path: "assignments[].target.groupId" }],
  risk: "medium",
  restore: "preview_only",
  permissions: configurationPermissions,
});

/** Names only, and only of groups that assignments name: members are no Intune configuration. */
export const group = defineContract<Group>({
  key: "group",
  displayName: "Group that assignments name",
  platformGroup: "identity",
  version: "v1.0",
  path: "/groups",
  serviceGroup: "directory",
  odataTypes: null,
  fixedOdataType: "#microsoft.graph.group",
  detail: "list",
  read: "by_id",
  assignments: "none",
  nameProperty: "displayName",
  platform: null,
  risk: "high",
  restore: "none",
  permissions: { read: ["GroupMember.Read.All"], write: [] },
});
