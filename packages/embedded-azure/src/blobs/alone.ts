import type { Alone, AloneOptions } from "../run-alone.ts";
import { openAuthority } from "../tls/make-authority.ts";
import { type BlobsOptions, type RunningBlobs, startBlobs } from "./start-blobs.ts";

type Options = Pick<AloneOptions, "port" | "dir"> & Required<Pick<BlobsOptions, "account" | "provision">>;

/** The blob service without the rest of the stack: it takes the account key, and no tokens, because nobody issues any. */
export async function startBlobsAlone({ port, dir, account, provision }: Options): Promise<Alone<RunningBlobs>> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startBlobs({ dir: `${dir}/blobs`, port, tls: authority.issue(), account, provision });
  const { endpoint, key } = server;
  return { server, line: { ready: true, endpoint, account, key, ca: authority.caFile } };
}
