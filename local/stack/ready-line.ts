import type { DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import storage from "../../config/storage.json" with { type: "json" };
import { demoUsers } from "./demo-directory.ts";
import type { Servers } from "./start-servers.ts";

/** What `npm start -- --json` prints when everything answers (interfaces.md). */
export type ReadyLine = ReturnType<typeof toReadyLine>;

export type ReadyFacts = {
  readonly servers: Servers;
  readonly portalUrl: string;
  readonly graphBaseUrl: string;
  readonly caFile: string;
  readonly tenants: readonly DirectoryTenant[];
};

export function toReadyLine({ servers, portalUrl, graphBaseUrl, caFile, tenants }: ReadyFacts) {
  const { cosmos, serviceBus, blobs, entra } = servers;
  return {
    ready: true,
    portal: `${portalUrl}/`,
    api: `${portalUrl}/api`,
    graph: { endpoint: graphBaseUrl },
    entra: { authority: entra.authority },
    cosmos: { endpoint: cosmos.endpoint, key: cosmos.key, database: storage.database },
    serviceBus: { namespace: serviceBus.namespace, connectionString: serviceBus.connectionString },
    blobs: { endpoint: blobs.endpoint, account: blobs.account, key: blobs.key },
    ca: caFile,
    tenants: tenants.map(({ id, name }) => ({ id, name })),
    users: demoUsers.map(({ name }) => name),
  } as const;
}
