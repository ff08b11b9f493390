import type {
  DeviceAndAppManagementRoleAssignment,
  DeviceAndAppManagementRoleDefinition,
} from "@microsoft/microsoft-graph-types-beta";
import { scopeTagReference } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { rolePermissions } from "./permissions.ts";

const role = {
  platformGroup: "tenant",
  serviceGroup: "rbac",
  risk: "high",
  permissions: rolePermissions,
} as const;

export const roles = [
  defineContract<DeviceAndAppManagementRoleDefinition>({
    ...role,
    key: "roleDefinition",
    displayName: "Intune role",
    path: "/deviceManagement/roleDefinitions",
    evidence: { path: sure("IntuneManagement, CIPP, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365") },
    // Assignments name Microsoft's own roles too.
    builtIn: { property: "isBuiltIn", is: true, read: "all" },
    meta: ["isBuiltIn"],
    volatile: ["isBuiltIn", "isBuiltInRoleDefinition", "permissions"],
    comparison: {
      lists: [
        { at: "rolePermissions[].resourceActions[].allowedResourceActions", key: "content" },
        { at: "rolePermissions[].resourceActions[].notAllowedResourceActions", key: "content" },
      ],
    },
    references: [scopeTagReference],
  }),
  defineContract<DeviceAndAppManagementRoleAssignment>({
    ...role,
    key: "roleAssignment",
    displayName: "Intune role assignment",
    path: "/deviceManagement/roleAssignments",
    evidence: { path: sure("IntuneCD, Microsoft365DSC, terraform-provider-microsoft365, IntuneManagement") },
    fixedOdataType: "#microsoft.graph.deviceAndAppManagementRoleAssignment",
    assignments: "inside",
    links: [
      {
        path: "roleDefinition",
        // Nobody is known to read the role of an assignment; the assignments of each role are read instead.
        inverse: { path: "/deviceManagement/roleDefinitions", child: "roleAssignments" },
        evidence: sure("IntuneCD, Microsoft365DSC, M365Documentation"),
        isMany: false,
      },
      {
        path: "roleScopeTags",
        by: "expand",
        evidence: sure("IntuneManagement"),
        on: ["#microsoft.graph.deviceAndAppManagementRoleAssignment"],
        isMany: true,
      },
    ],
    meta: ["scopeType"],
    references: [
      { to: "group", path: "members[]" },
      { to: "group", path: "resourceScopes[]" },
      { to: "group", path: "scopeMembers[]" },
      { to: "roleDefinition", path: "roleDefinition[].id" },
      { to: "roleScopeTag", path: "roleScopeTags[].id" },
    ],
  }),
];
