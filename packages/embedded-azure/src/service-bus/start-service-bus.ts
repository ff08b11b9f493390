import { join } from "node:path";
import type { Access } from "../access/access.ts";
import { openKey } from "../open-key.ts";
import type { RunningServer, TlsFiles } from "../running-server.ts";
import { type EmulatorConfig, parseEmulatorConfig } from "./config/emulator-config.ts";
import { makeControl, type ServiceBusControl } from "./control.ts";
import { type Broker, makeBroker } from "./rules/broker.ts";
import { type Journal, openJournal } from "./store/journal.ts";
import { makeTicker } from "./ticker.ts";
import { makeAuthority } from "./wire/authority.ts";
import type { WireDeps } from "./wire/context.ts";
import { listenForAmqp } from "./wire/listen.ts";
import { withProperties } from "./wire/message-bytes.ts";

export type ServiceBusOptions = {
  /** Folder of its journal, made if missing. */
  readonly dir: string;
  /** AMQP over TLS, for clients with a token or the key; 0 = a free port. Not opened without `tls`. */
  readonly port: number;
  /** Plain AMQP, for connection strings with UseDevelopmentEmulator=true; 0 = a free port. */
  readonly plainPort: number;
  readonly tls?: TlsFiles;
  /** Who token callers are and what they may; absent = tokens are refused. */
  readonly access?: Access;
  /** Shared access key of the policy RootManageSharedAccessKey; absent = the one of the folder, made at its first start. */
  readonly key?: string;
  /** In the format of Microsoft's own emulator; see `toEmulatorConfig`. */
  readonly config: EmulatorConfig;
  /** Epoch milliseconds, for locks, time to live, schedules and duplicate detection; default the system's clock. */
  readonly now?: () => number;
};

export type RunningServiceBus = RunningServer & {
  /** `host:port` for token clients over TLS. */
  readonly namespace: string;
  /** For clients of the plain listener. */
  readonly connectionString: string;
  readonly control: ServiceBusControl;
};

/** Starts the embedded Service Bus: queues over AMQP 1.0, every accepted change on disk before its answer. */
export async function startServiceBus(options: ServiceBusOptions): Promise<RunningServiceBus> {
  const now = options.now ?? Date.now;
  const key = options.key ?? (await openKey(join(options.dir, "shared-access-key"), 32));
  const queues = parseEmulatorConfig(options.config);
  await using starting = new AsyncDisposableStack();
  const journal = openJournal(options.dir);
  starting.defer(journal.close);
  const broker = makeBroker({ queues, storeOf: journal.storeOf, now, withProperties });
  restore(broker, journal);
  const ticker = makeTicker(() => tickAll(broker));
  const { control, faults } = makeControl(broker, ticker.tick);
  const authority = makeAuthority({ access: options.access, key, now });
  const deps: WireDeps = { broker, authority, faults, afterCommit: journal.afterCommit, arm: ticker.arm };
  starting.defer(ticker.stop);
  ticker.arm();
  const plain = starting.use(await listenForAmqp(deps, options.plainPort));
  const secure = options.tls ? starting.use(await listenForAmqp(deps, options.port, options.tls)) : undefined;
  const started = starting.move();
  const close = () => started.disposeAsync();
  const address = secure ? `localhost:${secure.port}` : `127.0.0.1:${plain.port}`;
  return {
    endpoint: `sb://${address}`,
    port: (secure ?? plain).port,
    namespace: address,
    connectionString: toConnectionString(plain.port, key),
    control,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function restore(broker: Broker, journal: Journal): void {
  for (const [path, queue] of broker.queues) {
    const { messages, seen } = journal.read(path);
    queue.restore(messages, seen);
  }
}

/** Whether any queue waits for something to become due. */
function tickAll(broker: Broker): boolean {
  const waiting = [...broker.queues.values()].map((queue) => queue.tick());
  return waiting.includes(true);
}

function toConnectionString(port: number, key: string): string {
  const name = "SharedAccessKeyName=RootManageSharedAccessKey";
  return `Endpoint=sb://127.0.0.1:${port};${name};SharedAccessKey=${key};UseDevelopmentEmulator=true;`;
}
