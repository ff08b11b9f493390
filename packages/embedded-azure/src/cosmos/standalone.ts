import type { StandaloneOptions, StandaloneServer } from "../run-standalone.ts";
import { openAuthority } from "../tls/make-authority.ts";
import type { Provision } from "./provision.ts";
import { type RunningCosmos, startCosmos } from "./start-cosmos.ts";

type Options = Pick<StandaloneOptions, "port" | "dir"> & {
  /** The database that is there at once; undefined: clients make their own. */
  readonly provision: Provision | undefined;
};

/** The account without the rest of the stack: it takes the key, and no tokens, because nobody issues any. */
export async function startStandaloneCosmos({
  port,
  dir,
  provision,
}: Options): Promise<StandaloneServer<RunningCosmos>> {
  const authority = await openAuthority(`${dir}/tls`);
  const options = { dir: `${dir}/cosmos`, port, tls: authority.issue() };
  const server = await startCosmos({ ...options, ...(provision && { provision }) });
  const { endpoint, key } = server;
  const database = provision && { database: provision.database };
  return { server, line: { ready: true, endpoint, key, ...database, ca: authority.caFile } };
}
