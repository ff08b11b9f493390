export type DirectoryTenant = { readonly id: string; readonly name: string };

/** A user-assigned managed identity. */
export type ManagedIdentity = { readonly clientId: string; readonly principalId: string };

/** Whose token counts as proof of who an application is, as a federated credential says it. */
export type FederatedCredential = {
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
};

export type DirectoryUser = {
  /** Signs in with this name, or with `name@anything`. */
  readonly name: string;
  /** Object id: the claim `oid`. */
  readonly id: string;
  readonly homeTenantId: string;
  readonly displayName: string;
  /** Application roles in the API: the claim `roles`. */
  readonly roles?: readonly string[];
  /** Object ids of the groups that are assigned to the API and have the user as a direct member: the claim `groups`. */
  readonly groups?: readonly string[];
  readonly password: string;
};

export type DirectoryApp = {
  readonly clientId: string;
  readonly name: string;
  readonly homeTenantId: string;
  readonly secret?: string;
  /** Its federated credentials: tokens that may stand in for a secret, where the access table lets their identity federate. */
  readonly trusts?: (authority: string) => readonly FederatedCredential[];
  /** A public client may sign people in without proving what it is. */
  readonly public?: boolean;
  /** The one address to which a browser brings people back: makes it a single-page application. */
  readonly redirectUri?: string;
  /** Addresses of its server to which an administrator who consented is brought back. */
  readonly webRedirectUris?: readonly string[];
  /** Application roles by audience, as an administrator of the tenant consents to them: the claim `roles`. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
  /** Delegated permissions by audience: what it may do on behalf of people, once their tenant consents. */
  readonly delegated?: Readonly<Record<string, readonly string[]>>;
};

/** The API that people sign in to. */
export type DirectoryApi = {
  readonly clientId: string;
  /** Such as `api://name`: a token can be asked for by it, and by the client id, which is the audience of its tokens. */
  readonly identifierUri: string;
};

/** Who there is, and what tokens can be asked for. */
export type Directory = {
  /** Home of the managed identities. */
  readonly home: DirectoryTenant;
  /** The other tenants. */
  readonly tenants: readonly DirectoryTenant[];
  /** By the name that the access table gives them. */
  readonly identities: Readonly<Record<string, ManagedIdentity>>;
  readonly api: DirectoryApi;
  readonly users: readonly DirectoryUser[];
  readonly apps: readonly DirectoryApp[];
};
