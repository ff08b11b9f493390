import { startStandaloneBlobs } from "./blobs/standalone.ts";
import { startStandaloneCosmos } from "./cosmos/standalone.ts";
import { CannotStart } from "./data-lock.ts";
import { oneUserDirectory } from "./entra/one-user-directory.ts";
import { startStandaloneEntra } from "./entra/standalone.ts";
import { startStandaloneHost } from "./host/standalone.ts";
import { runStandalone } from "./run-standalone.ts";
import type { EmulatorConfig } from "./service-bus/config/emulator-config.ts";
import { startStandaloneServiceBus } from "./service-bus/standalone.ts";

// node src/main.ts SERVER --port N --data DIR: one server for anybody's tests (README.md).

await runStandalone({
  cosmos: ({ port, dir }) => startStandaloneCosmos({ port, dir, provision: undefined }),
  "service-bus": ({ port, dir, config }) => {
    if (config === undefined) {
      throw new CannotStart("Say which queues there are: --config FILE, in the form of Microsoft's emulator.");
    }
    // The server parses it when it starts.
    return startStandaloneServiceBus({ port, dir, config: config as EmulatorConfig });
  },
  blobs: ({ port, dir }) => startStandaloneBlobs({ port, dir, account: "local", provision: [] }),
  entra: ({ port, dir }) =>
    startStandaloneEntra({ port, dir, accessTable: { identities: {} }, directory: oneUserDirectory }),
  host: ({ port, dir, app }) => startStandaloneHost({ port, dir, app }),
});
