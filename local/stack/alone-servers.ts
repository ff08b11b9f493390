import { startBlobsAlone } from "@tenantpilot/embedded-azure/blobs/alone";
import { startCosmosAlone } from "@tenantpilot/embedded-azure/cosmos/alone";
import { CannotStart } from "@tenantpilot/embedded-azure/data-lock";
import { startEntraAlone } from "@tenantpilot/embedded-azure/entra/alone";
import { startHostAlone } from "@tenantpilot/embedded-azure/host/alone";
import type { RunningServer } from "@tenantpilot/embedded-azure/running-server";
import { startServiceBusAlone } from "@tenantpilot/embedded-azure/service-bus/alone";
import { startGraphAlone } from "@tenantpilot/graph-simulator/alone";
import { contracts } from "../../config/graph-contracts/registry.ts";

type AloneOptions = {
  readonly port: number;
  readonly dir: string;
  /** Of the server's own kind; only Service Bus has one. */
  readonly config: string | undefined;
  /** Folder of the function app that the host runs. */
  readonly app: string | undefined;
};

type StartAlone = (options: AloneOptions) => Promise<{ readonly server: RunningServer; readonly line: object }>;

/** Every embedded server that can be started alone, by the name people type. */
export const servers: ReadonlyMap<string, StartAlone> = new Map<string, StartAlone>([
  ["cosmos", startCosmosAlone],
  [
    "service-bus",
    ({ port, dir, config }) => startServiceBusAlone({ port, dir, ...(config ? { configFile: config } : {}) }),
  ],
  ["blobs", startBlobsAlone],
  ["entra", ({ port, dir }) => startEntraAlone({ port, dir })],
  ["graph", ({ port, dir }) => startGraphAlone({ port, dir, contracts })],
  [
    "host",
    ({ port, dir, app }) => {
      if (app === undefined) throw new CannotStart("Say which function app the host runs: --app FOLDER.");
      return startHostAlone({ port, dir, appRoot: app });
    },
  ],
]);
