import { join } from "node:path";
import { startBlobs } from "@tenantpilot/embedded-azure/blobs";
import { startCosmos } from "@tenantpilot/embedded-azure/cosmos";
import { startEntra } from "@tenantpilot/embedded-azure/entra";
import type { DirectoryTenant } from "@tenantpilot/embedded-azure/entra/directory";
import type { TlsFiles } from "@tenantpilot/embedded-azure/running-server";
import { startServiceBus } from "@tenantpilot/embedded-azure/service-bus";
import { toEmulatorConfig } from "@tenantpilot/embedded-azure/service-bus/emulator-config";
import { startGraph } from "@tenantpilot/graph-simulator";
import access from "../../config/access.json" with { type: "json" };
import blobContainers from "../../config/blobs.json" with { type: "json" };
import { contracts } from "../../config/graph-contracts/registry.ts";
import { tenantFacts } from "../../config/graph-contracts/tenant-facts.ts";
import queues from "../../config/queues.json" with { type: "json" };
import storage from "../../config/storage.json" with { type: "json" };
import { aggregationMark } from "../../src/adapters/cosmos/aggregation-mark.ts";
import { demoUsers, toDirectory } from "./demo-directory.ts";
import { type Ports, portalUrlOf } from "./ports.ts";

export type ServersOptions = {
  readonly dir: string;
  readonly ports: Ports;
  readonly tls: TlsFiles;
  readonly tenants: readonly DirectoryTenant[];
  /** Added to each answer of Graph, in milliseconds. */
  readonly graphLatencyMs: number;
  /** Opens the simulator's control endpoints. */
  readonly graphControlKey: string;
};

export type Servers = Awaited<ReturnType<typeof startServers>>;

/** Starts the embedded services in this process, each on its own folder and port. */
export async function startServers({ dir, ports, tls, tenants, graphLatencyMs, graphControlKey }: ServersOptions) {
  await using started = new AsyncDisposableStack();
  const entra = started.use(
    await startEntra({
      dir: join(dir, "entra"),
      port: ports.entra,
      identityPort: ports.identity,
      tls,
      accessTable: access,
      directory: toDirectory(tenants, portalUrlOf(ports)),
    }),
  );
  const signIn = started.use(await entra.startSignIn({ port: ports.signIn, people: demoUsers }));
  const shared = { tls, access: entra.access };
  const [cosmos, serviceBus, blobs, graph] = await Promise.all([
    startCosmos({
      ...shared,
      dir: join(dir, "cosmos"),
      port: ports.cosmos,
      provision: storage,
      crossPartitionMark: aggregationMark,
    }),
    startServiceBus({
      ...shared,
      dir: join(dir, "service-bus"),
      port: ports.serviceBus,
      plainPort: ports.serviceBusPlain,
      config: toEmulatorConfig(queues),
    }),
    startBlobs({
      ...shared,
      dir: join(dir, "blobs"),
      port: ports.blobs,
      account: "tenantpilot",
      // Those of the other account too: for apps that know only this one.
      provision: [...blobContainers.snapshots, ...blobContainers.transient].map(({ name }) => name),
      // As infra/dev.bicepparam has it.
      retention: { days: 1, mode: "unlocked" },
    }),
    startGraph({
      ...shared,
      contracts: [...contracts, ...tenantFacts],
      dir: join(dir, "graph"),
      port: ports.graph,
      latencyMs: graphLatencyMs,
      controlKey: graphControlKey,
    }),
  ]);
  for (const server of [cosmos, serviceBus, blobs, graph]) started.use(server);
  const transientBlobs = await blobs.addAccount({
    dir: join(dir, "blobs-transient"),
    account: "tenantpilottransient",
    provision: blobContainers.transient.map(({ name }) => name),
    lifecycle: Object.fromEntries(blobContainers.transient.map(({ name, keptDays }) => [name, keptDays])),
  });
  const all = started.move();
  return { entra, signIn, cosmos, serviceBus, blobs, transientBlobs, graph, close: () => all.disposeAsync() };
}
