import { readFile } from "node:fs/promises";
import productQueues from "../../../../config/queues.json" with { type: "json" };
import { openAuthority } from "../tls/make-authority.ts";
import { type EmulatorConfig, toEmulatorConfig } from "./config/emulator-config.ts";
import { type RunningServiceBus, startServiceBus } from "./start-service-bus.ts";

export type AloneOptions = {
  /** AMQP over TLS; plain AMQP takes the port after it. 0 = free ports. */
  readonly port: number;
  readonly dir: string;
  /** A file in the format of Microsoft's own emulator; absent = the product's own queues. */
  readonly configFile?: string;
  /** Shared access key; absent = a new one each start, told in the connection string. */
  readonly key?: string;
};

/** The server and the line that announces it (`ready`, its addresses, and the file that makes it trusted). */
export type ServiceBusAlone = { readonly server: RunningServiceBus; readonly line: Readonly<Record<string, unknown>> };

/** The server without the rest of the stack. There is no directory, so clients come with the key. */
export async function startServiceBusAlone({ port, dir, configFile, key }: AloneOptions): Promise<ServiceBusAlone> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startServiceBus({
    dir: `${dir}/service-bus`,
    port,
    plainPort: port === 0 ? 0 : port + 1,
    tls: authority.issue(),
    ...(key === undefined ? {} : { key }),
    config: configFile ? await readConfig(configFile) : toEmulatorConfig(productQueues),
  });
  const { endpoint, namespace, connectionString } = server;
  return { server, line: { ready: true, endpoint, namespace, connectionString, ca: authority.caFile } };
}

async function readConfig(file: string): Promise<EmulatorConfig> {
  // `startServiceBus` parses the content and says what is wrong with it.
  return JSON.parse(await readFile(file, "utf8")) as EmulatorConfig;
}
