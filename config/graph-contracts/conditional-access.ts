import type {
  Agreement,
  AuthenticationContextClassReference,
  AuthenticationStrengthPolicy,
  ConditionalAccessPolicy,
  NamedLocation,
} from "@microsoft/microsoft-graph-types-beta";
import { differs, licences } from "./common-reasons.ts";
import { defineContract } from "./define-contract.ts";
import { documented, likely, sure } from "./evidence.ts";

// One request at a time, spaced: whatever a policy can hold comes with the listing, never by a request of its own.
const rule = {
  platformGroup: "identity",
  serviceGroup: "conditionalAccess",
  risk: "high",
} as const;

const permissions = { read: ["Policy.Read.All"], write: ["Policy.ReadWrite.ConditionalAccess", "Policy.Read.All"] };

export const conditionalAccess = [
  defineContract<NamedLocation>({
    ...rule,
    key: "namedLocation",
    displayName: "Named location",
    path: "/identity/conditionalAccess/namedLocations",
    evidence: { path: sure("CIPP, IntuneManagement, M365Documentation, terraform-provider-microsoft365") },
    volatile: ["modifiedDateTime"],
    permissions,
    differs: [differs.conditionalAccess],
  }),
  defineContract<ConditionalAccessPolicy>({
    ...rule,
    key: "conditionalAccessPolicy",
    displayName: "Conditional access policy",
    path: "/identity/conditionalAccess/policies",
    evidence: { path: sure("CIPP, IntuneManagement, IntuneCD, Microsoft365DSC, terraform-provider-microsoft365") },
    fixedOdataType: "#microsoft.graph.conditionalAccessPolicy",
    assignments: "inside",
    meta: ["state"],
    volatile: ["modifiedDateTime"],
    references: [
      { to: "group", path: "conditions.users.includeGroups[]" },
      { to: "group", path: "conditions.users.excludeGroups[]" },
      { to: "namedLocation", path: "conditions.locations.includeLocations[]" },
      { to: "namedLocation", path: "conditions.locations.excludeLocations[]" },
      { to: "authenticationStrength", path: "grantControls.authenticationStrength.id" },
      { to: "termsOfUse", path: "grantControls.termsOfUse[]" },
      { to: "authenticationContext", path: "conditions.applications.includeAuthenticationContextClassReferences[]" },
    ],
    licence: licences.entraP1,
    permissions: { ...permissions, write: [...permissions.write, "Application.Read.All"] },
    differs: [differs.conditionalAccess],
  }),
  defineContract<AuthenticationStrengthPolicy>({
    ...rule,
    key: "authenticationStrength",
    displayName: "Authentication strength",
    path: "/policies/authenticationStrengthPolicies",
    evidence: { path: sure("Microsoft365DSC") },
    fixedOdataType: "#microsoft.graph.authenticationStrengthPolicy",
    // Microsoft's own have none, and each further request waits a second.
    children: [{ path: "combinationConfigurations", skipsBuiltIn: true, evidence: documented }],
    // Conditional access names Microsoft's own by the same ids in every tenant.
    builtIn: { property: "policyType", is: "builtIn", read: "all" },
    meta: ["policyType"],
    volatile: ["modifiedDateTime", "policyType", "requirementsSatisfied"],
    // Made by Graph in each tenant anew.
    comparison: { ignore: ["combinationConfigurations[].id"] },
    licence: licences.entraP1,
    permissions: { read: ["Policy.Read.AuthenticationMethod"], write: ["Policy.ReadWrite.ConditionalAccess"] },
  }),
  defineContract<AuthenticationContextClassReference>({
    ...rule,
    key: "authenticationContext",
    displayName: "Authentication context",
    path: "/identity/conditionalAccess/authenticationContextClassReferences",
    evidence: {
      path: sure("CIPP, IntuneManagement, M365Documentation, terraform-provider-microsoft365, Microsoft365DSC"),
    },
    fixedOdataType: "#microsoft.graph.authenticationContextClassReference",
    meta: ["isAvailable"],
    licence: licences.entraP1,
    permissions: { read: ["AuthenticationContext.Read.All"], write: ["AuthenticationContext.ReadWrite.All"] },
  }),
  defineContract<Agreement>({
    ...rule,
    key: "termsOfUse",
    displayName: "Terms of use",
    path: "/identityGovernance/termsOfUse/agreements",
    evidence: {
      path: likely("IntuneManagement (list), terraform-provider-microsoft365 (one object)"),
      query: likely("IntuneManagement (list), terraform-provider-microsoft365 (one object)"),
    },
    query: "$expand=files",
    fixedOdataType: "#microsoft.graph.agreement",
    comparison: { ignore: ["files[].id"] },
    notes: [
      "The documents themselves are not read, only their names and languages.",
      "Microsoft documents no permission for applications to read them: a tenant may refuse it.",
    ],
    licence: licences.entraP1,
    permissions: { read: ["Agreement.Read.All"], write: ["Agreement.ReadWrite.All"] },
    differs: ["The published permissions do not list this path; these are those of the agreement itself."],
  }),
];
