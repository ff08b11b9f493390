import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Access } from "../access/access.ts";
import type { RunningServer, TlsFiles } from "../running-server.ts";
import { listen } from "../tls/listen.ts";
import { type CosmosControl, makeControl } from "./control.ts";
import { type Provision, provision } from "./provision.ts";
import type { Stamps } from "./rules/decide-item.ts";
import { type Catalog, makeCatalog } from "./store/catalog.ts";
import { makeCounter } from "./store/counters.ts";
import { openDatabase } from "./store/open-database.ts";
import { type Lag, makeReplica } from "./store/replica.ts";
import { makeAnswerQuery } from "./wire/answer-query.ts";
import { makeAuthorize } from "./wire/authorize.ts";
import { makeListener } from "./wire/make-listener.ts";
import type { DocumentRoutes } from "./wire/route-documents.ts";

export type CosmosOptions = {
  /** Folder of this server's data; created when missing. */
  readonly dir: string;
  /** 0 is any free port. */
  readonly port: number;
  readonly tls?: TlsFiles;
  /** Who the callers with tokens are; without it tokens are refused. */
  readonly access?: Access;
  /** Base64; by default the well-known key of Microsoft's emulator. */
  readonly key?: string;
  readonly provision?: Provision;
  /** Refuse what the service refuses for want of an index. Default true. */
  readonly strict?: boolean;
  /** When set, only clients whose user agent contains it may query over all partitions. */
  readonly crossPartitionMark?: string;
  /** How far reads outside the writer's session stay behind. Default `none`. */
  readonly lagReads?: Lag;
  /** The time in ms since 1970, for time stamps and time to live. Default `Date.now`. */
  readonly now?: () => number;
};

export type RunningCosmos = RunningServer & { readonly key: string; readonly control: CosmosControl };

/** Public and the same everywhere: https://learn.microsoft.com/azure/cosmos-db/emulator#authentication */
const EMULATOR_KEY = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";
/** What tokens for any account are issued for. */
const SERVICE_AUDIENCE = "https://cosmos.azure.com";
/** How often items whose time is over are deleted; they are invisible before. */
const SWEEP_MS = 10_000;

/** Starts a Cosmos DB account on 127.0.0.1. An answered write survives the death of the process. */
export async function startCosmos(options: CosmosOptions): Promise<RunningCosmos> {
  const database = openDatabase(options.dir);
  try {
    return await serve(database, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function serve(database: DatabaseSync, options: CosmosOptions): Promise<RunningCosmos> {
  const { access, key = EMULATOR_KEY, now: nowMs = Date.now } = options;
  const catalog = makeCatalog(database, nowMs);
  if (options.provision !== undefined) provision(catalog, options.provision);
  const { control, routes } = makeParts({ database, catalog, nowMs, options });
  const audiences = [SERVICE_AUDIENCE];
  let endpoint = "";
  const authorize = makeAuthorize({ key, access, audiences });
  const server = await listen(makeListener({ authorize, routes, endpoint: () => endpoint }), options);
  endpoint = server.endpoint;
  // The SDK asks for a token for the endpoint itself, and for the service only when it gets none.
  audiences.unshift(endpoint);
  const sweep = setInterval(() => removeExpired(catalog, nowMs()), SWEEP_MS).unref();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= server.close().then(() => {
      clearInterval(sweep);
      control.lagReads("none");
      database.close();
    });
    return closing;
  };
  return { endpoint, port: server.port, key, control, close, [Symbol.asyncDispose]: close };
}

type Inner = {
  readonly database: DatabaseSync;
  readonly catalog: Catalog;
  readonly nowMs: () => number;
  readonly options: CosmosOptions;
};

function makeParts({ database, catalog, nowMs, options }: Inner): { control: CosmosControl; routes: DocumentRoutes } {
  const lsn = makeCounter(database, "lsn");
  const replica = makeReplica({ catalog, nowMs, currentLsn: () => lsn.current() });
  replica.setLag(options.lagReads ?? "none");
  const { control, observer } = makeControl(replica);
  const stamps = makeStamps(nowMs, () => lsn.next());
  const { strict: isStrict = true, crossPartitionMark } = options;
  const answerQuery = makeAnswerQuery({ isStrict, crossPartitionMark, nowMs });
  return { control, routes: { database, catalog, replica, observer, stamps, lsn, answerQuery } };
}

function makeStamps(nowMs: () => number, nextNumber: () => number): Stamps {
  return {
    nowMs,
    newEtag: () => `"${randomUUID()}"`,
    nextRid: (container) => {
      const rid = Buffer.alloc(16);
      Buffer.from(container.rid.replaceAll("-", "/"), "base64").copy(rid);
      rid.writeBigUInt64LE(BigInt(nextNumber()), 8);
      return rid.toString("base64").replaceAll("/", "-");
    },
  };
}

function removeExpired(catalog: Catalog, nowMs: number): void {
  for (const { items } of catalog.containers.all()) items.removeExpired(nowMs);
}
