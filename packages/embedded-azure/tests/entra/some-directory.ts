import type { AccessTable } from "../../src/access/make-access.ts";
import type { Directory } from "../../src/entra/directory.ts";
import { federationAudiences, graphAudiences } from "../../src/entra/resources.ts";
import { issuerOf } from "../../src/entra/tokens.ts";

export const homeTenantId = "10000000-2222-4333-8444-555555555555";
export const customerTenantId = "11111111-2222-4333-8444-555555555555";

export const api = { clientId: "55555555-2222-4333-8444-000000000001", identifierUri: "api://some-api" } as const;
export const publicApp = { clientId: "55555555-2222-4333-8444-000000000002" } as const;
export const federatedApp = { clientId: "55555555-2222-4333-8444-000000000003" } as const;

export const identities = {
  http: { clientId: "55555555-2222-4333-8444-000000000020", principalId: "55555555-2222-4333-8444-000000000021" },
  worker: { clientId: "55555555-2222-4333-8444-000000000030", principalId: "55555555-2222-4333-8444-000000000031" },
} as const;

export const owner = {
  name: "owner",
  id: "99999999-2222-4333-8444-555555555555",
  homeTenantId,
  displayName: "Olivia Owner",
  roles: ["Platform.Admin"],
  password: "a-password",
};

export const reader = {
  name: "reader",
  id: "99999999-2222-4333-8444-666666666666",
  homeTenantId,
  displayName: "Rita Reader",
  password: "another-password",
};

/** Where administrators who consented are brought back to. */
export const consentRedirect = "http://127.0.0.1:4000/api/consent";

/** Runs in a browser. */
export const browserApp = {
  clientId: "55555555-2222-4333-8444-000000000004",
  name: "Some portal",
  homeTenantId,
  redirectUri: "http://127.0.0.1:4000/signed-in",
};

export const secretApp = {
  clientId: "77777777-2222-4333-8444-555555555555",
  name: "A partner's tool",
  homeTenantId,
  secret: "a-secret",
  webRedirectUris: ["http://127.0.0.1:4100/consented"] as const,
  permissions: { [api.clientId]: ["Operations.Start"] },
};

const onGraph = Object.fromEntries(
  graphAudiences.map((audience) => [audience, ["DeviceManagementConfiguration.Read.All"]]),
);

function trustOf({ principalId: subject }: { readonly principalId: string }) {
  return (authority: string) => {
    const issuer = issuerOf(authority, homeTenantId);
    return federationAudiences.map((audience) => ({ issuer, subject, audiences: [audience] }));
  };
}

const onBehalf = { delegated: { "https://graph.microsoft.com": ["GroupMember.Read.All"] } };

/** One customer tenant, two people, and applications: with a secret, in a browser, the API, which trusts http, and one that trusts the worker. */
export const someDirectory: Directory = {
  home: { id: homeTenantId, name: "Home" },
  tenants: [{ id: customerTenantId, name: "Customer" }],
  identities,
  api,
  users: [owner, reader],
  apps: [
    {
      ...api,
      name: "Some API",
      homeTenantId,
      trusts: trustOf(identities.http),
      webRedirectUris: [consentRedirect],
      ...onBehalf,
    },
    { ...publicApp, name: "Client", homeTenantId, public: true },
    {
      ...federatedApp,
      name: "Reader of Graph",
      homeTenantId,
      trusts: trustOf(identities.worker),
      permissions: onGraph,
      webRedirectUris: [consentRedirect],
    },
    secretApp,
    browserApp,
  ],
};

const both = [{ role: "Data Contributor", resource: "cosmos", actions: ["cosmos/read", "cosmos/write"] }];

/** The worker writes blobs, receives messages and stands in for an application; http reads, sends and stands in for the API. */
export const someAccess: AccessTable = {
  identities: {
    http: [
      ...both,
      { role: "Sender", resource: "serviceBus/operations", actions: ["serviceBus/send"] },
      { role: "Blob Reader", resource: "blobs/snapshots", actions: ["blobs/read"] },
      { role: "Federation", resource: "entra/api://AzureADTokenExchange", actions: ["entra/federate"] },
    ],
    worker: [
      ...both,
      { role: "Owner", resource: "serviceBus/operations", actions: ["serviceBus/send", "serviceBus/receive"] },
      { role: "Blob Writer", resource: "blobs/snapshots", actions: ["blobs/read", "blobs/write"] },
      { role: "Federation", resource: "entra/api://AzureADTokenExchange", actions: ["entra/federate"] },
    ],
  },
};
