import { apiApp, developmentApp, graphAudiences, graphReadApp, graphWriteApp, homeTenantId } from "./identities.ts";

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
  /** Managed identities that `config/access.json` lets federate may stand in for this application's secret. */
  readonly federated?: boolean;
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

// What the registry's contracts need to read, docs/coverage.md, and devices and organisations beside it.
const graphReadRoles = [
  "Agreement.Read.All",
  "AuthenticationContext.Read.All",
  "CloudPC.Read.All",
  "DeviceManagementApps.Read.All",
  "DeviceManagementConfiguration.Read.All",
  "DeviceManagementManagedDevices.Read.All",
  "DeviceManagementRBAC.Read.All",
  "DeviceManagementScripts.Read.All",
  "DeviceManagementServiceConfig.Read.All",
  "GroupMember.Read.All",
  "Organization.Read.All",
  "OrganizationalBranding.Read.All",
  "Policy.Read.All",
  "Policy.Read.AuthenticationMethod",
  "Policy.Read.DeviceConfiguration",
];

const graphWriteRoles = [
  ...graphReadRoles,
  "DeviceManagementApps.ReadWrite.All",
  "DeviceManagementConfiguration.ReadWrite.All",
  "DeviceManagementRBAC.ReadWrite.All",
  "DeviceManagementScripts.ReadWrite.All",
  "DeviceManagementServiceConfig.ReadWrite.All",
  "Policy.ReadWrite.ConditionalAccess",
];

const onGraph = (roles: readonly string[]) => Object.fromEntries(graphAudiences.map((audience) => [audience, roles]));

/** The registrations that the product brings to every directory. */
export const productApps: readonly DirectoryApp[] = [
  { clientId: apiApp.clientId, name: "TenantPilot", homeTenantId },
  { clientId: developmentApp.clientId, name: "TenantPilot development sign-in", homeTenantId, public: true },
  {
    clientId: graphReadApp.clientId,
    name: "TenantPilot reader",
    homeTenantId,
    federated: true,
    permissions: onGraph(graphReadRoles),
  },
  {
    clientId: graphWriteApp.clientId,
    name: "TenantPilot writer",
    homeTenantId,
    federated: true,
    permissions: onGraph(graphWriteRoles),
  },
];
