import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { CannotStart, lockDataFolder } from "@tenantpilot/embedded-azure/data-lock";
import { parseSettings, type Settings } from "../../src/settings.ts";
import { appFolder } from "./app-folder.ts";
import { portalFilesSetting } from "./portal-files.ts";
import { portalUrlOf, portsFrom } from "./ports.ts";
import { type SupervisedApp, superviseApp } from "./supervise-app.ts";

export type AppsOptions = {
  readonly dataDir: string;
  readonly portBase: number;
  /** The settings of both apps; each gets its own APP_PART. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
};

export type RunningApps = AsyncDisposable & {
  readonly ready: ReturnType<typeof toForeignReadyLine>;
  readonly close: () => Promise<void>;
};

/** The two apps in local hosts against services that run elsewhere; nothing embedded starts, nothing is provisioned. */
export async function startApps({ dataDir, portBase, env, log }: AppsOptions): Promise<RunningApps> {
  const dir = resolve(dataDir);
  await using started = new AsyncDisposableStack();
  started.use(lockDataFolder(dir));
  const ports = await portsFrom(portBase);
  const shared = {
    PORTAL_URL: portalUrlOf(ports),
    ...portalFilesSetting(appFolder()),
    ...env,
    ...identityOfTriggers(env),
  };
  const settings = checkSettings(shared);
  const start = (name: "http" | "worker"): Promise<SupervisedApp> =>
    superviseApp({
      name,
      appRoot: appFolder(),
      dir: join(dir, "apps", name),
      port: ports[name],
      env: { ...shared, APP_PART: name, HOST_MASTER_KEY: randomBytes(24).toString("base64url") },
      log: (line) => log(`${name} ${line}`),
    });
  const [http, worker] = await Promise.all([start("http"), start("worker")]);
  started.defer(async () => {
    await Promise.all([http.close(), worker.close()]);
  });
  const all = started.move();
  const close = (): Promise<void> => all.disposeAsync();
  return { ready: toForeignReadyLine(settings, http.endpoint), close, [Symbol.asyncDispose]: close };
}

/** The trigger of the queue signs in as the app does: as its managed identity where one is named. */
function identityOfTriggers({ MANAGED_IDENTITY_CLIENT_ID: clientId }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return clientId ? { SERVICE_BUS__credential: "managedidentity", SERVICE_BUS__clientId: clientId } : {};
}

/** What is missing is said here in one go, not in the log of an app that died. */
function checkSettings(env: NodeJS.ProcessEnv): Settings {
  try {
    parseSettings({ ...env, APP_PART: "http" });
    return parseSettings({ ...env, APP_PART: "worker" });
  } catch (error) {
    throw new CannotStart(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The line of interfaces.md for services that are not ours: what belongs to them is null. */
function toForeignReadyLine(settings: Settings, httpEndpoint: string) {
  return {
    ready: true,
    portal: `${httpEndpoint}/`,
    api: `${httpEndpoint}/api`,
    graph: { endpoint: settings.GRAPH_BASE_URL },
    entra: { authority: settings.ENTRA_AUTHORITY },
    cosmos: { endpoint: settings.COSMOS_ENDPOINT, key: null, database: settings.COSMOS_DATABASE },
    serviceBus: { namespace: settings.SERVICE_BUS__fullyQualifiedNamespace, connectionString: null },
    blobs: { endpoint: settings.BLOB_ENDPOINT, account: new URL(settings.BLOB_ENDPOINT).host.split(".")[0], key: null },
    ca: null,
    tenants: [],
    users: [],
  } as const;
}
