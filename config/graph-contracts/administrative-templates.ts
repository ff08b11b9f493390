import type {
  GroupPolicyConfiguration,
  GroupPolicyUploadedDefinitionFile,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { configurationPermissions } from "./permissions.ts";

const template = {
  platformGroup: "windows",
  serviceGroup: "deviceConfiguration",
  platform: { constant: "windows10" },
  risk: "medium",
  permissions: configurationPermissions,
} as const;

export const administrativeTemplates = [
  defineContract<GroupPolicyConfiguration>({
    ...template,
    key: "groupPolicyConfiguration",
    displayName: "Administrative template",
    path: "/deviceManagement/groupPolicyConfigurations",
    fixedOdataType: "#microsoft.graph.groupPolicyConfiguration",
    children: [
      {
        path: "definitionValues",
        query: "$expand=definition",
        nested: { path: "presentationValues", query: "$expand=presentation" },
      },
    ],
    assignments: "get",
    meta: ["policyConfigurationIngestionType"],
    references: usualReferences,
  }),
  defineContract<GroupPolicyUploadedDefinitionFile>({
    ...template,
    key: "groupPolicyUploadedDefinitionFile",
    displayName: "Imported ADMX file",
    path: "/deviceManagement/groupPolicyUploadedDefinitionFiles",
    fixedOdataType: "#microsoft.graph.groupPolicyUploadedDefinitionFile",
    nameProperty: "fileName",
    meta: ["status", "targetNamespace"],
    volatile: ["status", "revision", "uploadDateTime"],
    notes: ["The content of the ADMX and ADML files is never returned by Microsoft Graph."],
    restore: "none",
  }),
];
