import accessTable from "../../../../config/access.json" with { type: "json" };
import { openAuthority } from "../tls/make-authority.ts";
import type { Directory } from "./directory.ts";
import { homeTenantId } from "./identities.ts";
import type { RunningEntra } from "./running-entra.ts";
import { startEntra } from "./start-entra.ts";

export type AloneOptions = { readonly port: number; readonly dir: string; readonly directory?: Directory };

/** The server and the line that announces it (`ready`, its address, and the file that makes it trusted). */
export type EntraAlone = { readonly server: RunningEntra; readonly line: Readonly<Record<string, unknown>> };

/** The directory without the rest of the stack. Its managed identity endpoint takes the port after its own, or a free one. */
export async function startEntraAlone({ port, dir, directory = anyone }: AloneOptions): Promise<EntraAlone> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startEntra({
    dir: `${dir}/entra`,
    port,
    identityPort: port === 0 ? 0 : port + 1,
    tls: authority.issue(),
    accessTable,
    directory,
  });
  const line = {
    ready: true,
    endpoint: server.endpoint,
    authority: server.authority,
    identityEndpoint: server.identityEndpoint,
    ca: authority.caFile,
  };
  return { server, line };
}

/** Enough to sign in with: one person of the home tenant. */
const anyone: Directory = {
  tenants: [],
  users: [{ name: "owner", id: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3b001", homeTenantId, displayName: "Owner" }],
};
