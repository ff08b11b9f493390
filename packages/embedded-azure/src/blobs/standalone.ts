import type { StandaloneOptions, StandaloneServer } from "../run-standalone.ts";
import { openAuthority } from "../tls/make-authority.ts";
import { type BlobsOptions, type RunningBlobs, startBlobs } from "./start-blobs.ts";

type Options = Pick<StandaloneOptions, "port" | "dir"> & Required<Pick<BlobsOptions, "account" | "provision">>;

/** The blob service without the rest of the stack: it takes the account key, and no tokens, because nobody issues any. */
export async function startStandaloneBlobs({
  port,
  dir,
  account,
  provision,
}: Options): Promise<StandaloneServer<RunningBlobs>> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startBlobs({ dir: `${dir}/blobs`, port, tls: authority.issue(), account, provision });
  const { endpoint, key } = server;
  return { server, line: { ready: true, endpoint, account, key, ca: authority.caFile } };
}
