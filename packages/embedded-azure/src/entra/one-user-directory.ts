import type { Directory } from "./directory.ts";

const homeTenantId = "00000000-aaaa-4000-8000-000000000001";

/** Enough to sign in with: one person, who signs in to one API through one public client. */
export const oneUserDirectory: Directory = {
  home: { id: homeTenantId, name: "Home" },
  tenants: [],
  identities: {},
  api: { clientId: "00000000-aaaa-4000-8000-000000000002", identifierUri: "api://local" },
  users: [
    {
      name: "owner",
      id: "00000000-aaaa-4000-8000-000000000004",
      homeTenantId,
      displayName: "Owner",
      password: "owner",
    },
  ],
  apps: [{ clientId: "00000000-aaaa-4000-8000-000000000003", name: "Client", homeTenantId, public: true }],
};
