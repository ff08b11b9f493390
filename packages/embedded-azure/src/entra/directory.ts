import { contracts } from "../../../../config/graph-contracts/registry.ts";
import { neededPermissions } from "../../../../src/domain/graph/needed-permissions.ts";
import type { FederatedTrust } from "../../../../tools/entra/desired-application.ts";
import { toFederatedTrust } from "../../../../tools/entra/to-federated-trust.ts";
import {
  apiApp,
  developmentApp,
  federationAudiences,
  graphAudiences,
  graphReadApp,
  graphWriteApp,
  homeTenantId,
  identities,
} from "./identities.ts";

export type DirectoryTenant = { readonly id: string; readonly name: string };

export type DirectoryUser = {
  /** Signs in with this name, or with `name@anything`. */
  readonly name: string;
  /** Object id: the claim `oid`. */
  readonly id: string;
  readonly homeTenantId: string;
  readonly displayName: string;
  /** Application roles in TenantPilot's API: the claim `roles`. */
  readonly roles?: readonly string[];
  readonly password?: string;
};

export type DirectoryApp = {
  readonly clientId: string;
  readonly name: string;
  readonly homeTenantId: string;
  readonly secret?: string;
  /** Its federated credentials: tokens that may stand in for a secret, where `config/access.json` lets their identity federate. */
  readonly trusts?: (authority: string) => readonly FederatedTrust[];
  /** A public client may sign people in without proving what it is. */
  readonly public?: boolean;
  /** Application roles by audience, as an administrator of the tenant consents to them: the claim `roles`. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
};

export type Directory = {
  readonly tenants: readonly DirectoryTenant[];
  readonly users: readonly DirectoryUser[];
  /** Beside the applications of the product itself. */
  readonly apps?: readonly DirectoryApp[];
};

const needed = neededPermissions(contracts, "global");

/** What `npm run entra:setup` puts on the applications for Graph in each cloud, made by the same code. */
const trustsWorker: DirectoryApp["trusts"] = (authority) =>
  federationAudiences.map((audience) =>
    toFederatedTrust({ authority, audience, tenantId: homeTenantId, principalId: identities.worker.principalId }),
  );

const onGraph = (roles: readonly string[]) => Object.fromEntries(graphAudiences.map((audience) => [audience, roles]));

/** The registrations that the product brings to every directory. */
export const productApps: readonly DirectoryApp[] = [
  { clientId: apiApp.clientId, name: "TenantPilot", homeTenantId },
  { clientId: developmentApp.clientId, name: "TenantPilot development sign-in", homeTenantId, public: true },
  {
    clientId: graphReadApp.clientId,
    name: "TenantPilot reader",
    homeTenantId,
    trusts: trustsWorker,
    permissions: onGraph(needed.read),
  },
  {
    clientId: graphWriteApp.clientId,
    name: "TenantPilot writer",
    homeTenantId,
    trusts: trustsWorker,
    permissions: onGraph(needed.write),
  },
];
