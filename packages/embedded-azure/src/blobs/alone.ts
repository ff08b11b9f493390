import { openAuthority } from "../tls/make-authority.ts";
import { type RunningBlobs, startBlobs } from "./start-blobs.ts";

export type AloneOptions = { readonly port: number; readonly dir: string };

/** The server and the line that announces it. */
export type BlobsAlone = { readonly server: RunningBlobs; readonly line: Readonly<Record<string, unknown>> };

/** The blob service without the rest of the stack: it takes the account key, and no tokens, because nobody issues any. */
export async function startBlobsAlone({ port, dir }: AloneOptions): Promise<BlobsAlone> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startBlobs({
    dir: `${dir}/blobs`,
    port,
    tls: authority.issue(),
    account: "tenantpilot",
    provision: ["snapshots"],
  });
  const { endpoint, account, key } = server;
  return { server, line: { ready: true, endpoint, account, key, ca: authority.caFile } };
}
