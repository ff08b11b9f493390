import { startStandaloneBlobs } from "@tenantpilot/embedded-azure/blobs/standalone";
import { startStandaloneCosmos } from "@tenantpilot/embedded-azure/cosmos/standalone";
import { startStandaloneEntra } from "@tenantpilot/embedded-azure/entra/standalone";
import { startStandaloneHost } from "@tenantpilot/embedded-azure/host/standalone";
import type { StandaloneServers } from "@tenantpilot/embedded-azure/run-standalone";
import { type EmulatorConfig, toEmulatorConfig } from "@tenantpilot/embedded-azure/service-bus/emulator-config";
import { startStandaloneServiceBus } from "@tenantpilot/embedded-azure/service-bus/standalone";
import { startStandaloneGraph } from "@tenantpilot/graph-simulator/standalone";
import accessTable from "../../config/access.json" with { type: "json" };
import { contracts } from "../../config/graph-contracts/registry.ts";
import { tenantFacts } from "../../config/graph-contracts/tenant-facts.ts";
import queues from "../../config/queues.json" with { type: "json" };
import storage from "../../config/storage.json" with { type: "json" };
import { developmentPassword, homeTenantId } from "./identities.ts";
import { toProductDirectory } from "./product-directory.ts";

/** Enough to sign in with: one person of the home tenant. */
const directory = toProductDirectory({
  tenants: [],
  apps: [],
  webRedirectUris: [],
  users: [
    {
      name: "owner",
      id: "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3b001",
      homeTenantId,
      displayName: "Owner",
      password: developmentPassword,
    },
  ],
});

/** Every embedded server alone, with the containers, queues, roles and object types of the product. */
export const standaloneServers: StandaloneServers = {
  cosmos: ({ port, dir }) => startStandaloneCosmos({ port, dir, provision: storage }),
  "service-bus": ({ port, dir, config }) =>
    // The server parses what a caller gave when it starts.
    startStandaloneServiceBus({
      port,
      dir,
      config: (config as EmulatorConfig | undefined) ?? toEmulatorConfig(queues),
    }),
  blobs: ({ port, dir }) => startStandaloneBlobs({ port, dir, account: "tenantpilot", provision: ["snapshots"] }),
  entra: ({ port, dir }) => startStandaloneEntra({ port, dir, accessTable, directory }),
  graph: ({ port, dir }) => startStandaloneGraph({ port, dir, contracts: [...contracts, ...tenantFacts] }),
  host: startStandaloneHost,
};
