/** The fixed ids of the local directory: Azure makes its own, here they are constants so that settings and tests can name them. */

/** The managed service provider's own Entra tenant: home of the people, the managed identities and the applications. */
export const homeTenantId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";

/** What the caller of TenantPilot's own API asks a token for. */
export const apiApp = {
  clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a010",
  identifierUri: "api://tenantpilot",
} as const;

/** The public client through which the demo users sign in with a password (development grant). */
export const developmentApp = { clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a011" } as const;

/** The portal, in which people sign in with a browser. */
export const portalApp = { clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a012" } as const;

/** Password of every demo user. It opens nothing outside this machine. */
export const developmentPassword = "local-development-only";

/** The user-assigned managed identities, one per app. The names are those of `config/access.json`. */
export const identities = {
  http: { clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a020", principalId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a021" },
  worker: { clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a030", principalId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a031" },
} as const;

/** The multi-tenant application that reads customer tenants, and the one that writes to them. */
export const graphReadApp = { clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a040" } as const;
export const graphWriteApp = { clientId: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a050" } as const;
