import { randomUUID } from "node:crypto";
import { openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { type GraphOptions, type RunningGraph, startGraph } from "./start-graph.ts";

export type StandaloneOptions = Pick<GraphOptions, "port" | "dir" | "contracts">;

/** The server and the line that announces it (`ready`, its address, the key of its control, and the file that makes it trusted). */
export type StandaloneGraph = { readonly server: RunningGraph; readonly line: Readonly<Record<string, unknown>> };

/**
 * The simulator without the rest of the stack. There is no directory: the bearer `tenant:<guid>` names the tenant.
 * It has no tenants at first; `PUT /_control/tenants/<guid>` with the key of the line makes one.
 */
export async function startStandaloneGraph({ port, dir, contracts }: StandaloneOptions): Promise<StandaloneGraph> {
  const authority = await openAuthority(`${dir}/tls`);
  const controlKey = randomUUID();
  const server = await startGraph({ dir: `${dir}/graph`, port, contracts, tls: authority.issue(), controlKey });
  return { server, line: { ready: true, endpoint: server.endpoint, controlKey, ca: authority.caFile } };
}
