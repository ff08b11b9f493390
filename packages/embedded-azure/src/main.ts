import { startBlobsAlone } from "./blobs/alone.ts";
import { startCosmosAlone } from "./cosmos/alone.ts";
import { CannotStart } from "./data-lock.ts";
import { startEntraAlone } from "./entra/alone.ts";
import { oneUserDirectory } from "./entra/one-user-directory.ts";
import { startHostAlone } from "./host/alone.ts";
import { runAlone } from "./run-alone.ts";
import { startServiceBusAlone } from "./service-bus/alone.ts";
import type { EmulatorConfig } from "./service-bus/config/emulator-config.ts";

// node src/main.ts SERVER --port N --data DIR: one server for anybody's tests (README.md).

await runAlone({
  cosmos: ({ port, dir }) => startCosmosAlone({ port, dir, provision: undefined }),
  "service-bus": ({ port, dir, config }) => {
    if (config === undefined) {
      throw new CannotStart("Say which queues there are: --config FILE, in the form of Microsoft's emulator.");
    }
    // The server parses it when it starts.
    return startServiceBusAlone({ port, dir, config: config as EmulatorConfig });
  },
  blobs: ({ port, dir }) => startBlobsAlone({ port, dir, account: "local", provision: [] }),
  entra: ({ port, dir }) =>
    startEntraAlone({ port, dir, accessTable: { identities: {} }, directory: oneUserDirectory }),
  host: ({ port, dir, app }) => startHostAlone({ port, dir, app }),
});
