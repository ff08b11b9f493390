import { readFile } from "node:fs/promises";
import type { EmulatorConfig, QueueFacts } from "./config/emulator-config.ts";
import { toEmulatorConfig } from "./config/emulator-config.ts";
import { type RunningServiceBus, type ServiceBusOptions, startServiceBus } from "./start-service-bus.ts";

export type AloneOptions = Omit<ServiceBusOptions, "config" | "now"> & {
  /** A file in the format of Microsoft's own emulator; absent = the product's own queues. */
  readonly configFile?: string;
  /** The content of `config/queues.json`. */
  readonly queues: { readonly queues: readonly QueueFacts[] };
};

/** Starts the server without the rest of the stack, for other people's tests. */
export async function startServiceBusAlone({
  configFile,
  queues,
  ...options
}: AloneOptions): Promise<RunningServiceBus> {
  return startServiceBus({ ...options, config: configFile ? await readConfig(configFile) : toEmulatorConfig(queues) });
}

async function readConfig(file: string): Promise<EmulatorConfig> {
  // `startServiceBus` parses the content and says what is wrong with it.
  return JSON.parse(await readFile(file, "utf8")) as EmulatorConfig;
}
