import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { CosmosOptions } from "@tenantpilot/embedded-azure/cosmos";
import { lockDataFolder } from "@tenantpilot/embedded-azure/data-lock";
import { openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import queues from "../config/queues.json" with { type: "json" };
import { type AppAdmin, adminOf } from "./stack/app-admin.ts";
import { appEnvironment } from "./stack/app-environment.ts";
import { appFolder } from "./stack/app-folder.ts";
import { readImportRecords, writeImportRecords } from "./stack/import-record.ts";
import { portalUrlOf, portsFrom } from "./stack/ports.ts";
import { type ReadyLine, toReadyLine } from "./stack/ready-line.ts";
import { seedProduct } from "./stack/seed-product.ts";
import { type Servers, startServers } from "./stack/start-servers.ts";
import { type SupervisedApp, superviseApp } from "./stack/supervise-app.ts";
import { applyTenantFaults, type TenantFaults } from "./stack/tenant-faults.ts";
import {
  type FillResult,
  fillHome,
  fillTenants,
  type StackTenant,
  stackTenants,
  toImportRecords,
} from "./stack/tenants.ts";

export type StackOptions = {
  readonly dataDir: string;
  /** First of ten ports (local/README.md); 0 takes free ones. */
  readonly portBase: number;
  /** Added to each answer of the Graph simulator, in milliseconds; default 0. */
  readonly graphLatencyMs?: number;
  /** A fault plan for the Graph simulator. */
  readonly graphFaults?: Parameters<Servers["graph"]["control"]["setFaults"]>[0];
  /** Licences and consents that tenants have or lack, from now on. */
  readonly tenantFaults?: TenantFaults;
  /** How far reads of Cosmos DB stay behind the writes of other processes; default not at all. */
  readonly lagReads?: NonNullable<CosmosOptions["lagReads"]>;
  /** Folders of exported policies; each becomes a tenant. */
  readonly importFolders?: readonly string[];
  /** Folder of the app; default as `appFolder` says. */
  readonly appRoot?: string;
  /** Settings of the apps on top of what the stack gives them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Gets each log line of the apps. */
  readonly log?: (line: string) => void;
};

export type StackApp = SupervisedApp & AppAdmin;

export type Stack = AsyncDisposable & {
  readonly ready: ReadyLine;
  readonly tenants: readonly StackTenant[];
  /** What the start put into each tenant. */
  readonly filled: readonly FillResult[];
  readonly servers: Servers;
  readonly apps: { readonly http: StackApp; readonly worker: StackApp };
  /** Opens the Graph simulator's control endpoints. */
  readonly graphControlKey: string;
  /** Access token of a demo user. */
  readonly tokenFor: (user: string) => Promise<string>;
  /** Resolves when the queue is empty, no timer or handler is at work and every workflow has ended. */
  readonly drain: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Boots the whole product on this machine: the embedded services here, and each app in a process of its own. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dir = resolve(options.dataDir);
  await using started = new AsyncDisposableStack();
  started.use(lockDataFolder(dir));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const known = await readImportRecords(dir);
  const tenants = await stackTenants(options.importFolders ?? [], known);
  const graphControlKey = secret();
  const ports = await portsFrom(options.portBase);
  const graphLatencyMs = options.graphLatencyMs ?? 0;
  const tls = authority.issue();
  const servers = await startServers({ dir, ports, tls, tenants, graphLatencyMs, graphControlKey });
  started.defer(servers.close);
  fillHome(servers.graph.control);
  const filled = fillTenants(servers.graph.control, tenants, known);
  await writeImportRecords(dir, toImportRecords(tenants, known));
  if (options.graphFaults) servers.graph.control.setFaults(options.graphFaults);
  if (options.tenantFaults) await applyTenantFaults(servers, tenants, options.tenantFaults);
  await seedProduct(servers.cosmos, tenants);
  if (options.lagReads) servers.cosmos.control.lagReads(options.lagReads);
  const graphBaseUrl = process.env["GRAPH_BASE_URL"] ?? servers.graph.endpoint;
  const caFile = resolve(authority.caFile);
  const portalUrl = portalUrlOf(ports);
  const startApp = appStarter({ options, dir, servers, graphBaseUrl, caFile, portalUrl });
  const [http, worker] = await Promise.all([startApp("http", ports.http), startApp("worker", ports.worker)]);
  started.defer(async () => {
    await Promise.all([http.close(), worker.close()]);
  });
  const all = started.move();
  const close = (): Promise<void> => all.disposeAsync();
  return {
    ready: toReadyLine({ servers, portalUrl, graphBaseUrl, caFile: authority.caFile, tenants }),
    tenants,
    filled,
    servers,
    apps: { http, worker },
    graphControlKey,
    tokenFor: async (user) => (await servers.entra.userToken(user)).token,
    drain: () => drain(servers, worker),
    close,
    [Symbol.asyncDispose]: close,
  };
}

type AppStarterContext = {
  readonly options: StackOptions;
  readonly dir: string;
  readonly servers: Servers;
  readonly graphBaseUrl: string;
  readonly caFile: string;
  readonly portalUrl: string;
};

function appStarter({ options, dir, servers, graphBaseUrl, caFile, portalUrl }: AppStarterContext) {
  const appRoot = options.appRoot ?? appFolder();
  return async (name: "http" | "worker", port: number): Promise<StackApp> => {
    const masterKey = secret();
    const env = await appEnvironment(name, {
      servers,
      caFile,
      graphBaseUrl,
      masterKey,
      portalUrl,
      appRoot,
      overrides: options.settings ?? {},
    });
    const app = await superviseApp({
      name,
      appRoot,
      dir: join(dir, "apps", name),
      port,
      env,
      log: (line) => options.log?.(`${name} ${line}`),
    });
    return { ...app, ...adminOf(app.endpoint, masterKey) };
  };
}

const drainStepMs = 20;

async function drain({ serviceBus }: Servers, worker: StackApp): Promise<void> {
  const isQuiet = async (): Promise<boolean> => {
    const counts = queues.queues.map(({ name }) => serviceBus.control.counts(name));
    if (counts.some(({ active, locked, scheduled }) => active + locked + scheduled > 0)) return false;
    return worker.isIdle();
  };
  // Twice in a row: between two steps of one piece of work there may be an instant when nothing is visible.
  for (let quiet = 0; quiet < 2; ) {
    quiet = (await isQuiet().catch(() => false)) ? quiet + 1 : 0;
    if (quiet < 2) await pause(drainStepMs);
  }
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
