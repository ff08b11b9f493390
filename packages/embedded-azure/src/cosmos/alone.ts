import storage from "../../../../config/storage.json" with { type: "json" };
import { openAuthority } from "../tls/make-authority.ts";
import { type RunningCosmos, startCosmos } from "./start-cosmos.ts";

export type AloneOptions = { readonly port: number; readonly dir: string };

/** The server and the line that announces it (`ready`, its address and key, and the file that makes it trusted). */
export type CosmosAlone = { readonly server: RunningCosmos; readonly line: Readonly<Record<string, unknown>> };

/** The account without the rest of the stack, with the product's own database: it takes the key, and no tokens, because nobody issues any. */
export async function startCosmosAlone({ port, dir }: AloneOptions): Promise<CosmosAlone> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startCosmos({ dir: `${dir}/cosmos`, port, tls: authority.issue(), provision: storage });
  const { endpoint, key } = server;
  return { server, line: { ready: true, endpoint, key, database: storage.database, ca: authority.caFile } };
}
