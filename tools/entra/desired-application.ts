import type { JsonObject } from "../../src/domain/json/json-value.ts";

/** A registration as it shall be. What is not named here belongs to whoever made it. */
export type DesiredApplication = {
  /** The variable of the environment that gets its application id. */
  readonly setting: "API_AUDIENCE" | "GRAPH_READ_APP_ID" | "GRAPH_WRITE_APP_ID" | "PORTAL_APP_ID";
  /** By which it is found, ever: names for people may change. */
  readonly uniqueName: string;
  readonly displayName: string;
  readonly signInAudience: "AzureADMyOrg" | "AzureADMultipleOrgs";
  /** Whether somebody said who may sign in; else the audience is for a new registration and no reason to narrow one. */
  readonly isAudienceDecided: boolean;
  /** Scopes and roles that it offers to others; found by `value`. */
  readonly scopes: readonly (JsonObject & { readonly id: string; readonly value: string })[];
  readonly roles: readonly (JsonObject & { readonly value: string })[];
  /** Optional claims of the access tokens that others get for it. */
  readonly tokenClaims: readonly string[];
  /** Optional claims of the ID tokens that it gets itself. */
  readonly idTokenClaims: readonly string[];
  /** Which groups of a person its tokens name; undefined leaves that to whoever made it. */
  readonly groupClaims: "ApplicationGroup" | undefined;
  /** Application permissions of Microsoft Graph, by name: what it may do by itself. */
  readonly permissions: readonly string[];
  /** Delegated ones: what it may do in the name of a person who calls it. */
  readonly delegated: readonly string[];
  readonly redirectUris: readonly string[];
  /** Where browsers bring people back to: empty while it is not known, undefined when it runs in no browser. */
  readonly spaRedirectUris: readonly string[] | undefined;
  /** Unique names of applications that may use its scopes without anybody being asked for consent. */
  readonly preAuthorizes: readonly string[];
  /** Whether others ask for tokens by `api://` and its id. */
  readonly isApi: boolean;
  /** Whose identity may sign in as it; null for nobody. */
  readonly trustee: Trustee | null;
  /** How that identity proves itself; undefined while it is not known. */
  readonly trusts: FederatedTrust | undefined;
};

/** Whose token counts as proof of who an application is (azure-services.md 31). */
export type FederatedTrust = {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly [string];
};

/** The apps that have an identity. */
export type Trustee = "worker" | "http";

/** The name of the credential that this command makes on an application. */
export function trustNameOf(trustee: Trustee): string {
  return `tenantpilot-${trustee}`;
}

/** What only this command puts on a registration: without it the registration is somebody else's. */
export const madeByTag = "tenantpilot-entra-setup";
