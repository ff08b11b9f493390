import { startBlobsAlone } from "../../packages/embedded-azure/src/blobs/alone.ts";
import { startCosmosAlone } from "../../packages/embedded-azure/src/cosmos/alone.ts";
import { CannotStart } from "../../packages/embedded-azure/src/data-lock.ts";
import { startEntraAlone } from "../../packages/embedded-azure/src/entra/alone.ts";
import { startHostAlone } from "../../packages/embedded-azure/src/host/alone.ts";
import type { RunningServer } from "../../packages/embedded-azure/src/running-server.ts";
import { startServiceBusAlone } from "../../packages/embedded-azure/src/service-bus/alone.ts";
import { startGraphAlone } from "../../packages/graph-simulator/src/alone.ts";

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
  ["graph", startGraphAlone],
  [
    "host",
    ({ port, dir, app }) => {
      if (app === undefined) throw new CannotStart("Say which function app the host runs: --app FOLDER.");
      return startHostAlone({ port, dir, appRoot: app });
    },
  ],
]);
