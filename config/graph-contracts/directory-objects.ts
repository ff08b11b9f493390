import type { Application, FederatedIdentityCredential, ServicePrincipal } from "@microsoft/microsoft-graph-types-beta";
import type { DirectoryContract } from "../../src/domain/graph/directory-contract.ts";

/** A contract whose property names must exist on Microsoft's own type. */
type ContractOf<T> = DirectoryContract & {
  readonly alternateKey: Extract<keyof T, string>;
  readonly select: readonly Extract<keyof T, string>[];
};

/** https://learn.microsoft.com/graph/api/application-upsert */
export const application: ContractOf<Application> = {
  key: "application",
  version: "v1.0",
  path: "/applications",
  alternateKey: "uniqueName",
  select: [
    "id",
    "appId",
    "displayName",
    "tags",
    "signInAudience",
    "identifierUris",
    "api",
    "optionalClaims",
    "groupMembershipClaims",
    "appRoles",
    "requiredResourceAccess",
    "web",
    "spa",
    "passwordCredentials",
    "keyCredentials",
  ],
};

/** The types are of beta, which calls it `publishedPermissionScopes`. https://learn.microsoft.com/graph/api/resources/serviceprincipal */
type Version1Principal = { readonly oauth2PermissionScopes: unknown };

/** https://learn.microsoft.com/graph/api/serviceprincipal-upsert */
export const servicePrincipal: ContractOf<ServicePrincipal & Version1Principal> = {
  key: "servicePrincipal",
  version: "v1.0",
  path: "/servicePrincipals",
  alternateKey: "appId",
  select: ["id", "appId", "appRoles", "oauth2PermissionScopes"],
};

/** https://learn.microsoft.com/graph/api/federatedidentitycredential-upsert */
export const federatedIdentityCredential: ContractOf<FederatedIdentityCredential> = {
  key: "federatedIdentityCredential",
  version: "v1.0",
  path: "/federatedIdentityCredentials",
  within: { path: "/applications", alternateKey: "appId" },
  alternateKey: "name",
  select: ["id", "name", "issuer", "subject", "audiences"],
};

/** Microsoft Graph itself, in every directory: https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in */
export const graphAppId = "00000003-0000-0000-c000-000000000000";
