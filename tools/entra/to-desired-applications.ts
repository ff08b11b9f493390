import { groupSearch } from "../../config/graph-contracts/feeds.ts";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { neededPermissions } from "../../src/domain/graph/needed-permissions.ts";
import { delegatedScope, type PlatformRole } from "../../src/domain/tenant/caller.ts";
import type { CloudSettings } from "../../src/settings.ts";
import type { DesiredApplication, Trustee } from "./desired-application.ts";
import { toFederatedTrust } from "./to-federated-trust.ts";

/** Whose product it is, and what is known of its deployment so far. */
export type SetupFacts = {
  /** Name of the environment, as in azd. */
  readonly environment: string;
  /** Where people sign in, and what an identity's token is asked for when it signs in as an application. */
  readonly cloud: Pick<CloudSettings, "CLOUD" | "ENTRA_AUTHORITY" | "federationScope">;
  /** The directory that is worked on: home of people, identities and applications. */
  readonly tenantId: string;
  /** Home tenants of callers; undefined, which is the directory itself, when nobody said. */
  readonly allowedTenants: readonly string[] | undefined;
  /** Where an administrator of a customer lands after consenting. */
  readonly portalUrl: string | undefined;
  /** Of the apps' identities; known when the infrastructure has been deployed once. */
  readonly principalIds: Readonly<Record<Trustee, string | undefined>>;
};

// Ids are part of tokens and assignments, so they never change; any guid will do, and they are ours alone inside each
// registration.
const accessScope = {
  id: "0d6b2c3f-5a41-4e0e-9c57-6f0b8f3d7a01",
  value: delegatedScope,
  type: "User",
  isEnabled: true,
  adminConsentDisplayName: "Use TenantPilot",
  adminConsentDescription: "Lets the application call TenantPilot with the rights of the person who signed in.",
  userConsentDisplayName: "Use TenantPilot",
  userConsentDescription: "Lets the application call TenantPilot with your rights.",
};

const adminRole = {
  id: "0d6b2c3f-5a41-4e0e-9c57-6f0b8f3d7a02",
  value: "Platform.Admin" satisfies PlatformRole,
  isEnabled: true,
  displayName: "Platform administrator",
  description: "Sees the work of all tenants and can stop it; is member of none by it.",
  allowedMemberTypes: ["User", "Application"],
};

const readerRole = {
  ...adminRole,
  id: "0d6b2c3f-5a41-4e0e-9c57-6f0b8f3d7a03",
  value: "Platform.Reader",
  displayName: "Platform reader",
  description: "Sees the work of all tenants and changes nothing; is member of none by it.",
};

/** What a registration does not have unless it says so. */
const plain = {
  scopes: [],
  roles: [],
  tokenClaims: [],
  idTokenClaims: [],
  spaRedirectUris: undefined,
  permissions: [],
  delegated: [],
  redirectUris: [],
  preAuthorizes: [],
  groupClaims: undefined,
  isApi: false,
  trustee: null,
  trusts: undefined,
} as const;

/** The four registrations of an environment: the API, one application each for reading and for writing (P2, P5.3), and the portal. */
export function toDesiredApplications(facts: SetupFacts): readonly DesiredApplication[] {
  // Keys of the directory compare with case; names of environments are not meant to differ by it.
  const prefix = `tenantpilot-${facts.environment.toLowerCase()}`;
  const portal = toPortal(facts, `${prefix}-portal`);
  return [toApi(facts, `${prefix}-api`, portal.uniqueName), ...toGraphApplications(facts, prefix), portal];
}

function toApi(facts: SetupFacts, uniqueName: string, portalName: string): DesiredApplication {
  return {
    ...forPeople(facts),
    setting: "API_AUDIENCE",
    uniqueName,
    displayName: `TenantPilot (${facts.environment})`,
    scopes: [accessScope],
    roles: [adminRole, readerRole],
    groupClaims: "ApplicationGroup",
    // An application's token has it, a person's has a scope, an ID token has neither: so the API tells them apart.
    tokenClaims: ["idtyp"],
    preAuthorizes: [portalName],
    isApi: true,
    // For the search of groups in a person's name (S6).
    delegated: [groupSearch.scope],
    redirectUris: publicAddresses(facts),
    ...trustOf(facts, "http"),
  };
}

function toPortal(facts: SetupFacts, uniqueName: string): DesiredApplication {
  return {
    ...forPeople(facts),
    setting: "PORTAL_APP_ID",
    uniqueName,
    displayName: `TenantPilot portal (${facts.environment})`,
    // Opaque: it names the account at the next sign-in, so that who has several is not asked at each reload.
    idTokenClaims: ["login_hint"],
    spaRedirectUris: publicAddresses(facts).map((url) => `${url.replace(/\/+$/, "")}/signed-in`),
  };
}

function toGraphApplications(facts: SetupFacts, prefix: string): readonly DesiredApplication[] {
  const { environment, cloud } = facts;
  const needed = neededPermissions(contracts, cloud.CLOUD);
  const forGraph = {
    ...plain,
    signInAudience: "AzureADMultipleOrgs",
    isAudienceDecided: true,
    // The address of before, and where Entra brings administrators back to who were sent by a link of the portal.
    redirectUris: publicAddresses(facts).flatMap((url) => [url, `${url.replace(/\/+$/, "")}/api/consent`]),
    ...trustOf(facts, "worker"),
  } as const;
  return [
    {
      ...forGraph,
      setting: "GRAPH_READ_APP_ID",
      uniqueName: `${prefix}-read`,
      displayName: `TenantPilot reader (${environment})`,
      permissions: needed.read,
    },
    {
      ...forGraph,
      setting: "GRAPH_WRITE_APP_ID",
      uniqueName: `${prefix}-write`,
      displayName: `TenantPilot writer (${environment})`,
      permissions: needed.write,
    },
  ];
}

/** People sign in to it, who are of the directory itself unless the deployment names others. */
function forPeople({ allowedTenants, tenantId }: SetupFacts) {
  const onlyOwn = (allowedTenants ?? []).every((id) => id.toLowerCase() === tenantId.toLowerCase());
  return {
    ...plain,
    signInAudience: onlyOwn ? "AzureADMyOrg" : "AzureADMultipleOrgs",
    isAudienceDecided: allowedTenants !== undefined,
  } as const;
}

/** Elsewhere than on this machine Entra takes https alone. */
function publicAddresses({ portalUrl }: SetupFacts): readonly string[] {
  return portalUrl?.startsWith("https://") ? [portalUrl] : [];
}

/** What lets the identity of an app sign in. */
function trustOf({ cloud, tenantId, principalIds }: SetupFacts, trustee: Trustee) {
  const principalId = principalIds[trustee];
  if (principalId === undefined) return { trustee, trusts: undefined };
  const audience = cloud.federationScope.replace(/\/\.default$/, "");
  return {
    trustee,
    trusts: toFederatedTrust({ trustee, authority: cloud.ENTRA_AUTHORITY, audience, tenantId, principalId }),
  };
}
