import { startBlobsAlone } from "../blobs/alone.ts";
import { startCosmosAlone } from "../cosmos/alone.ts";
import { CannotStart } from "../data-lock.ts";
import { startEntraAlone } from "../entra/alone.ts";
import { startGraphAlone } from "../graph/alone.ts";
import { startHostAlone } from "../host/alone.ts";
import type { RunningServer } from "../running-server.ts";
import { startServiceBusAlone } from "../service-bus/alone.ts";

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
