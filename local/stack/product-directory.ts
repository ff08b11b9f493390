import type {
  Directory,
  DirectoryApp,
  DirectoryTenant,
  DirectoryUser,
  FederatedCredential,
} from "@tenantpilot/embedded-azure/entra/directory";
import { federationAudiences, graphAudiences } from "@tenantpilot/embedded-azure/entra/resources";
import { groupSearch } from "../../config/graph-contracts/feeds.ts";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { neededPermissions } from "../../src/domain/graph/needed-permissions.ts";
import type { Trustee } from "../../tools/entra/desired-application.ts";
import { toFederatedTrust } from "../../tools/entra/to-federated-trust.ts";
import { apiApp, developmentApp, graphReadApp, graphWriteApp, homeTenantId, identities } from "./identities.ts";

const needed = neededPermissions(contracts, "global");

/** What `npm run entra:setup` puts on the applications that an identity stands for in each cloud, made by the same code. */
function trustOf(trustee: Trustee) {
  const { principalId } = identities[trustee];
  return (authority: string): FederatedCredential[] =>
    federationAudiences.map((audience) =>
      toFederatedTrust({ trustee, authority, audience, tenantId: homeTenantId, principalId }),
    );
}

function onGraph(roles: readonly string[]): NonNullable<DirectoryApp["permissions"]> {
  return Object.fromEntries(graphAudiences.map((audience) => [audience, roles]));
}

/** Administrators who consented to an application for Graph are brought back to these addresses. */
const toProductApps = (webRedirectUris: readonly string[]): readonly DirectoryApp[] => [
  {
    clientId: apiApp.clientId,
    name: "TenantPilot",
    homeTenantId,
    trusts: trustOf("http"),
    delegated: onGraph([groupSearch.scope]),
  },
  { clientId: developmentApp.clientId, name: "TenantPilot development sign-in", homeTenantId, public: true },
  {
    clientId: graphReadApp.clientId,
    name: "TenantPilot reader",
    homeTenantId,
    trusts: trustOf("worker"),
    permissions: onGraph(needed.read),
    webRedirectUris,
  },
  {
    clientId: graphWriteApp.clientId,
    name: "TenantPilot writer",
    homeTenantId,
    trusts: trustOf("worker"),
    permissions: onGraph(needed.write),
    webRedirectUris,
  },
];

export type DirectoryEntries = {
  readonly tenants: readonly DirectoryTenant[];
  readonly users: readonly DirectoryUser[];
  /** Beside those of the product. */
  readonly apps: readonly DirectoryApp[];
  /** Where an administrator who consented to an application for Graph is brought back to. */
  readonly webRedirectUris: readonly string[];
};

/** A provider's directory with the product's registrations and identities in it. */
export function toProductDirectory({ tenants, users, apps, webRedirectUris }: DirectoryEntries): Directory {
  return {
    home: { id: homeTenantId, name: "Demo provider" },
    tenants,
    identities,
    api: apiApp,
    users,
    apps: [...toProductApps(webRedirectUris), ...apps],
  };
}
