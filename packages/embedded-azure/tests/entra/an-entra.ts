import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EntraOptions, RunningEntra } from "../../src/entra/running-entra.ts";
import { startEntra } from "../../src/entra/start-entra.ts";
import type { TlsFiles } from "../../src/running-server.ts";
import { openAuthority } from "../../src/tls/make-authority.ts";
import { trust } from "../../src/tls/trust.ts";
import { someAccess, someDirectory } from "./some-directory.ts";

export type Entra = RunningEntra & { readonly caFile: string; readonly tls: TlsFiles };

/** A directory that this process trusts. */
export async function anEntra(options: Partial<EntraOptions> = {}): Promise<Entra> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), "entra-")));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const entra = await startEntra({
    port: 0,
    identityPort: 0,
    tls: authority.issue(),
    accessTable: someAccess,
    directory: someDirectory,
    ...options,
    dir,
  });
  return { ...entra, caFile: authority.caFile, tls: authority.issue() };
}
