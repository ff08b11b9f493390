import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HttpRequest, InvocationContext } from "@azure/functions";
import { openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import type { Route } from "../../../functions/http/route.ts";
import { serve } from "../../../functions/http/serve.ts";
import { appEnvironment } from "../../../local/stack/app-environment.ts";
import { appFolder } from "../../../local/stack/app-folder.ts";
import { homeTenantId } from "../../../local/stack/identities.ts";
import { portsFrom } from "../../../local/stack/ports.ts";
import { type Servers, startServers } from "../../../local/stack/start-servers.ts";
import { fillHome } from "../../../local/stack/tenants.ts";
import { type HttpApp, makeHttpApp } from "../../../src/app/http-app.ts";
import { parseHttpSettings } from "../../../src/settings.ts";
import { secretsTold, throwIfAny } from "../../stack/secrets-told.ts";

export type Request = {
  /** By name; those that the route's path does not name are left out. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An answer as a client has it. */
export type Received = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

export type ServedApp = AsyncDisposable & {
  readonly servers: Servers;
  readonly app: HttpApp;
  /** What the app wrote to the host's log. */
  readonly log: readonly string[];
  /** Serves one request of a route, as the demo user; without one it has no token. */
  send(route: Route, request: Request, user?: string): Promise<Received>;
};

/**
 * The http app with the identity and the settings that it has when it is deployed, over the embedded servers, in this
 * process: no host is between, no worker and no timer beside it, so what the servers count is what one request did.
 */
export async function startHttpApp(
  tenants: readonly { readonly id: string; readonly name: string }[],
): Promise<ServedApp> {
  const dir = await mkdtemp(join(tmpdir(), "tenantpilot-app-"));
  const authority = await openAuthority(join(dir, "tls"));
  trust(authority.caPem);
  const ports = await portsFrom(0);
  const servers = await startServers({
    dir,
    ports,
    tls: authority.issue(),
    tenants,
    graphLatencyMs: 0,
    graphControlKey: "",
  });
  // People look up groups there.
  fillHome(servers.graph.control);
  const environment = await appEnvironment("http", {
    servers,
    caFile: authority.caFile,
    graphBaseUrl: servers.graph.endpoint,
    portalUrl: "http://127.0.0.1",
    appRoot: appFolder(),
    masterKey: "",
    overrides: {
      // The people of customers may call too.
      ALLOWED_TENANTS: [homeTenantId, ...tenants.map(({ id }) => id)].join(),
      RATE_LIMIT_PER_SECOND: "100000",
      RATE_LIMIT_BURST: "100000",
    },
  });
  // The credential of a managed identity asks the environment by itself.
  const before = identityNames.map((name) => [name, process.env[name]] as const);
  for (const name of identityNames) process.env[name] = environment[name];
  const app = makeHttpApp(parseHttpSettings(environment));
  const log: string[] = [];
  const refusals: string[] = [];
  return {
    servers,
    app,
    log,
    send: async (route, request, user) => {
      const authorization = user === undefined ? {} : { authorization: await tokenOf(servers, user) };
      const answer = await received(app, route, request, { ...authorization, ...request.headers }, log);
      if (answer.status >= 400) refusals.push(answer.text);
      return answer;
    },
    [Symbol.asyncDispose]: async () => {
      for (const [name, value] of before) setOrDelete(name, value);
      const secrets = await secretsTold({ dataDir: dir, blobs: servers.blobs, told: { log, refusals } });
      await servers.close();
      await rm(dir, { recursive: true, force: true });
      throwIfAny(secrets);
    },
  };
}

const identityNames = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER"];

function setOrDelete(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

async function tokenOf(servers: Servers, user: string): Promise<string> {
  return `Bearer ${(await servers.entra.userToken(user)).token}`;
}

async function received(
  app: HttpApp,
  route: Route,
  { params = {}, query = {}, body }: Request,
  headers: Readonly<Record<string, string>>,
  log: string[],
): Promise<Received> {
  const named = Object.entries(params).filter(([name]) => route.path.includes(`{${name}}`));
  const path = named.reduce((left, [name, id]) => left.replace(`{${name}}`, encodeURIComponent(id)), route.path);
  const request = new HttpRequest({
    method: route.method,
    url: `http://127.0.0.1/api/${path}`,
    params: Object.fromEntries(named),
    query: { ...query },
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: { string: typeof body === "string" ? body : JSON.stringify(body) } }),
  });
  const logHandler = (_level: string, ...args: unknown[]): void => void log.push(args.map(String).join(" "));
  const context = new InvocationContext({ invocationId: randomUUID(), functionName: route.id, logHandler });
  const response = await serve(app, route, request, context);
  return {
    status: response.status ?? 0,
    headers: Object.fromEntries(Object.entries(Object(response.headers)).map(([name, value]) => [name, String(value)])),
    text: typeof response.body === "string" ? response.body : "",
  };
}
