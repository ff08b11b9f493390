import type {
  GroupPolicyConfiguration,
  GroupPolicyUploadedDefinitionFile,
} from "@microsoft/microsoft-graph-types-beta";
import { usualReferences } from "./assigned-references.ts";
import { defineContract } from "./define-contract.ts";
import { sure } from "./evidence.ts";
import { configurationPermissions } from "./permissions.ts";

const template = {
  platformGroup: "windows",
  serviceGroup: "deviceConfiguration",
  platform: { constant: "windows10" },
  risk: "medium",
  permissions: configurationPermissions,
} as const;

/** Microsoft's own facts about a setting and its parts, which come with the values that were set. */
const definitionFacts = [
  "categoryPath",
  "classType",
  "displayName",
  "explainText",
  "groupPolicyCategoryId",
  "hasRelatedDefinitions",
  "minDeviceCspVersion",
  "minUserCspVersion",
  "policyType",
  "supportedOn",
  "version",
] as const;
const presentationFacts = [
  "defaultChecked",
  "defaultItem",
  "defaultValue",
  "explicitValue",
  "items",
  "label",
  "maxLength",
  "maxStrings",
  "maxValue",
  "minValue",
  "required",
  "spin",
  "spinStep",
  "suggestions",
  "valuePrefix",
] as const;

export const administrativeTemplates = [
  defineContract<GroupPolicyConfiguration>({
    ...template,
    key: "groupPolicyConfiguration",
    displayName: "Administrative template",
    path: "/deviceManagement/groupPolicyConfigurations",
    evidence: {
      path: sure(
        "IntuneManagement, CIPP, IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, terraform-provider-microsoft365",
      ),
      assignments: sure(
        "IntuneCD, IntuneBackupAndRestore, Microsoft365DSC, terraform-provider-microsoft365, M365Documentation",
      ),
    },
    fixedOdataType: "#microsoft.graph.groupPolicyConfiguration",
    children: [
      {
        path: "definitionValues",
        query: "$expand=definition",
        // $expand=definitionValues on the policy is silently empty.
        evidence: sure("IntuneManagement, IntuneCD, terraform-provider-microsoft365, CIPP"),
        nested: {
          path: "presentationValues",
          query: "$expand=presentation",
          evidence: sure("IntuneManagement, IntuneCD, CIPP, IntuneBackupAndRestore"),
        },
      },
    ],
    assignments: "get",
    meta: ["policyConfigurationIngestionType"],
    // Each save of a value gives it and its parts new ids; what they are values of is their definition's id.
    volatile: [
      "definitionValues[].id",
      "definitionValues[].presentationValues[].id",
      ...definitionFacts.map((name) => `definitionValues[].definition.${name}` as const),
      ...presentationFacts.map((name) => `definitionValues[].presentationValues[].presentation.${name}` as const),
    ],
    comparison: {
      lists: [
        { at: "definitionValues", key: ["definition.id"] },
        { at: "definitionValues[].presentationValues", key: ["presentation.id"] },
      ],
    },
    references: usualReferences,
  }),
  defineContract<GroupPolicyUploadedDefinitionFile>({
    ...template,
    key: "groupPolicyUploadedDefinitionFile",
    displayName: "Imported ADMX file",
    path: "/deviceManagement/groupPolicyUploadedDefinitionFiles",
    evidence: { path: sure("IntuneManagement, terraform-provider-microsoft365") },
    fixedOdataType: "#microsoft.graph.groupPolicyUploadedDefinitionFile",
    nameProperty: "fileName",
    meta: ["status", "targetNamespace"],
    volatile: ["status", "revision", "uploadDateTime"],
    notes: ["The content of the ADMX and ADML files is never returned by Microsoft Graph."],
    restore: "none",
  }),
];
