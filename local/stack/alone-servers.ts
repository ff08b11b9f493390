import { startBlobsAlone } from "@tenantpilot/embedded-azure/blobs/alone";
import { startCosmosAlone } from "@tenantpilot/embedded-azure/cosmos/alone";
import { startEntraAlone } from "@tenantpilot/embedded-azure/entra/alone";
import { startHostAlone } from "@tenantpilot/embedded-azure/host/alone";
import type { AloneServers } from "@tenantpilot/embedded-azure/run-alone";
import { startServiceBusAlone } from "@tenantpilot/embedded-azure/service-bus/alone";
import { type EmulatorConfig, toEmulatorConfig } from "@tenantpilot/embedded-azure/service-bus/emulator-config";
import { startGraphAlone } from "@tenantpilot/graph-simulator/alone";
import accessTable from "../../config/access.json" with { type: "json" };
import { contracts } from "../../config/graph-contracts/registry.ts";
import queues from "../../config/queues.json" with { type: "json" };
import storage from "../../config/storage.json" with { type: "json" };
import { developmentPassword, homeTenantId } from "./identities.ts";
import { toProductDirectory } from "./product-directory.ts";

/** Enough to sign in with: one person of the home tenant. */
const directory = toProductDirectory({
  tenants: [],
  apps: [],
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
export const aloneServers: AloneServers = {
  cosmos: ({ port, dir }) => startCosmosAlone({ port, dir, provision: storage }),
  "service-bus": ({ port, dir, config }) =>
    // The server parses what a caller gave when it starts.
    startServiceBusAlone({ port, dir, config: (config as EmulatorConfig | undefined) ?? toEmulatorConfig(queues) }),
  blobs: ({ port, dir }) => startBlobsAlone({ port, dir, account: "tenantpilot", provision: ["snapshots"] }),
  entra: ({ port, dir }) => startEntraAlone({ port, dir, accessTable, directory }),
  graph: ({ port, dir }) => startGraphAlone({ port, dir, contracts }),
  host: startHostAlone,
};
