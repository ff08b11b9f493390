import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import accessTable from "../../../../config/access.json" with { type: "json" };
import { homeTenantId } from "../../src/entra/identities.ts";
import type { EntraOptions, RunningEntra } from "../../src/entra/running-entra.ts";
import { startEntra } from "../../src/entra/start-entra.ts";
import type { TlsFiles } from "../../src/running-server.ts";
import { openAuthority } from "../../src/tls/make-authority.ts";
import { trust } from "../../src/tls/trust.ts";

export const customerTenantId = "11111111-2222-4333-8444-555555555555";

export const owner = {
  name: "owner",
  id: "99999999-2222-4333-8444-555555555555",
  homeTenantId,
  displayName: "Olivia Owner",
  roles: ["Platform.Admin"],
};

export const secretApp = {
  clientId: "77777777-2222-4333-8444-555555555555",
  name: "A partner's tool",
  homeTenantId,
  secret: "a-secret",
  permissions: { "api://tenantpilot": ["Operations.Start"] },
};

export type Entra = RunningEntra & { readonly caFile: string; readonly tls: TlsFiles };

/** A directory with one customer tenant and one person, trusted by this process. */
export async function anEntra(options: Partial<EntraOptions> = {}): Promise<Entra> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), "entra-")));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const entra = await startEntra({
    port: 0,
    identityPort: 0,
    tls: authority.issue(),
    accessTable,
    directory: { tenants: [{ id: customerTenantId, name: "Customer" }], users: [owner], apps: [secretApp] },
    ...options,
    dir,
  });
  return { ...entra, caFile: authority.caFile, tls: authority.issue() };
}
