import type { StandaloneOptions, StandaloneServer } from "../run-standalone.ts";
import { openAuthority } from "../tls/make-authority.ts";
import type { EntraOptions, RunningEntra } from "./running-entra.ts";
import { startEntra } from "./start-entra.ts";

type Options = Pick<StandaloneOptions, "port" | "dir"> & Pick<EntraOptions, "accessTable" | "directory">;

/** The directory without the rest of the stack. Its managed identity endpoint takes the port after its own, or a free one. */
export async function startStandaloneEntra({
  port,
  dir,
  accessTable,
  directory,
}: Options): Promise<StandaloneServer<RunningEntra>> {
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
