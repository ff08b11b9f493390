import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { AzureCliCredential } from "@azure/identity";
import { ServiceBusClient, type ServiceBusClientOptions } from "@azure/service-bus";
import type { EmulatorConfig } from "../../src/service-bus/config/emulator-config.ts";
import { type RunningServiceBus, startServiceBus } from "../../src/service-bus/start-service-bus.ts";

/** Queues that the suite needs; a real namespace must have them, made with these properties. */
export const queueNames = {
  plain: "contract-plain",
  duplicates: "contract-duplicates",
  expiring: "contract-expiring",
  dropping: "contract-dropping",
} as const;

// The shortest times that the real service allows: 5 s for a lock, 20 s for the duplicate detection window.
export const lockMs = 5_000;
export const duplicateWindowMs = 20_000;
export const maxDeliveryCount = 3;

const common = { LockDuration: "PT5S", MaxDeliveryCount: maxDeliveryCount };
const duplicates = { RequiresDuplicateDetection: true, DuplicateDetectionHistoryTimeWindow: "PT20S" };

export const config: EmulatorConfig = {
  UserConfig: {
    Namespaces: [
      {
        Name: "contract",
        Queues: [
          { Name: queueNames.plain, Properties: common },
          { Name: queueNames.duplicates, Properties: { ...common, ...duplicates } },
          { Name: queueNames.expiring, Properties: { ...common, DeadLetteringOnMessageExpiration: true } },
          { Name: queueNames.dropping, Properties: common },
        ],
      },
    ],
  },
};

/** A real namespace, by host name for whoever the Azure CLI signed in, or by connection string. Neither = the embedded server. */
const realNamespace = process.env["CONTRACT_SERVICE_BUS_NAMESPACE"];
const realConnectionString = process.env["CONTRACT_SERVICE_BUS_CONNECTION_STRING"];

export const isReal = realNamespace !== undefined || realConnectionString !== undefined;

/** Quick enough for tests: a send whose connection drops is tried again only after the timeout of the attempt. */
const clientOptions: ServiceBusClientOptions = {
  retryOptions: { retryDelayInMs: 100, maxRetryDelayInMs: 500, maxRetries: 1, timeoutInMs: isReal ? 20_000 : 2_000 },
};

export type Target = AsyncDisposable & {
  readonly client: ServiceBusClient;
  /** A further client, with a connection of its own. */
  connect(): ServiceBusClient;
  /** Lets so much time pass for the broker. */
  passTime(ms: number): Promise<void>;
};

/** The embedded server, empty and with a clock that a test can move. */
export type EmbeddedTarget = Target & { readonly server: RunningServiceBus; readonly dir: string };

export async function openTarget(): Promise<Target> {
  return isReal ? openReal() : openEmbedded();
}

export async function openEmbedded(): Promise<EmbeddedTarget> {
  const dir = await mkdtemp(join(tmpdir(), "service-bus-"));
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;
  const server = await startServiceBus({ dir, port: 0, plainPort: 0, config, now });
  const clients = trackClients(() => new ServiceBusClient(server.connectionString, clientOptions));
  return {
    ...clients,
    server,
    dir,
    passTime: async (ms) => {
      aheadMs += ms;
      server.control.tick();
    },
    [Symbol.asyncDispose]: async () => {
      await clients[Symbol.asyncDispose]();
      await server.close();
      await rm(dir, { recursive: true });
    },
  };
}

async function openReal(): Promise<Target> {
  const clients = trackClients(connectToReal);
  for (const name of Object.values(queueNames)) await empty(clients.client, name);
  return { ...clients, passTime: async (ms) => pause(ms) };
}

function connectToReal(): ServiceBusClient {
  if (realNamespace) return new ServiceBusClient(realNamespace, new AzureCliCredential(), clientOptions);
  return new ServiceBusClient(realConnectionString ?? "", clientOptions);
}

function trackClients(makeClient: () => ServiceBusClient) {
  const clients: ServiceBusClient[] = [];
  const connect = () => {
    const client = makeClient();
    clients.push(client);
    return client;
  };
  const closeAll = async () => {
    await Promise.all(clients.map((client) => client.close()));
  };
  return { client: connect(), connect, [Symbol.asyncDispose]: closeAll };
}

async function empty(client: ServiceBusClient, queueName: string): Promise<void> {
  for (const options of [{}, { subQueueType: "deadLetter" }] as const) {
    const receiver = client.createReceiver(queueName, { ...options, receiveMode: "receiveAndDelete" });
    while ((await receiver.receiveMessages(100, { maxWaitTimeInMs: 2_000 })).length > 0);
    await receiver.close();
  }
}
