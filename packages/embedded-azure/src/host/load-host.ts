import { mkdirSync } from "node:fs";
import type { DurableOperation } from "../durable/operations.ts";
import { makeOperationCounts, type OperationCounts } from "../operation-counts.ts";
import { extraInputsOf, refuseUnsupported } from "./extra-inputs.ts";
import type { RegisteredFunction } from "./function-registry.ts";
import { type HostJson, readHostJson } from "./host-json.ts";
import { makeRouteTable, type RouteTable } from "./http/route-table.ts";
import { type Invoker, makeInvoker } from "./invoke.ts";
import { type LoadedApp, loadApp } from "./load-app.ts";
import type { Log } from "./log.ts";
import type { HostOperation } from "./operations.ts";
import type { NamedData } from "./programming-model.ts";

/** What all parts of one host share. */
export type HostCore = {
  readonly app: LoadedApp;
  readonly functions: readonly RegisteredFunction[];
  readonly hostJson: HostJson;
  readonly routes: RouteTable;
  readonly invoker: Invoker;
  readonly dir: string;
  readonly masterKey: string;
  readonly now: () => number;
  readonly log: Log;
  /** Values of the inputs besides the trigger. */
  readonly extraInputs: (fn: RegisteredFunction) => readonly NamedData[];
  readonly bindDurableClient: (json: () => string) => void;
  /** The host's own address, known once it listens. */
  readonly endpoint: () => string;
  readonly bindAddress: (endpoint: string) => void;
  /** What was carried out since the start (local/surface.md). */
  readonly hostCalls: OperationCounts<HostOperation>;
  readonly durableCalls: OperationCounts<DurableOperation>;
};

export type CoreOptions = Pick<HostCore, "dir" | "masterKey" | "now" | "log"> & {
  readonly appRoot: string;
  readonly onTimeout?: (functionName: string) => void;
};

/** Loads the app and refuses, before anything starts, what the host would have to ignore. */
export async function loadHost(options: CoreOptions): Promise<HostCore> {
  const { dir, masterKey, now, log } = options;
  mkdirSync(dir, { recursive: true });
  const hostJson = readHostJson(options.appRoot, process.env);
  const hostCalls = makeOperationCounts<HostOperation>();
  const app = await loadApp(options.appRoot, log);
  const functions = [...app.registry.functions.values()];
  for (const fn of functions) refuseUnsupported(fn);
  const routes = makeRouteTable(functions, hostJson.extensions.http.routePrefix);
  for (const warning of routes.warnings) log("warning", "Host.Startup", warning);
  const onTimeout = (name: string) => {
    log("error", `Function.${name}`, `'${name}' ran past functionTimeout; its handler cannot be stopped.`);
    options.onTimeout?.(name);
  };
  const { count } = hostCalls;
  const invoker = makeInvoker({ app, log, count, timeoutMs: hostJson.functionTimeout, onTimeout });
  let durableClient = () => "";
  let endpoint = "";
  return {
    app,
    functions,
    hostJson,
    routes,
    invoker,
    dir,
    masterKey,
    now,
    log,
    hostCalls,
    durableCalls: makeOperationCounts(),
    extraInputs: (fn) => extraInputsOf(fn, () => ({ string: durableClient() }), count),
    bindDurableClient: (json) => {
      durableClient = json;
    },
    endpoint: () => endpoint,
    bindAddress(address) {
      endpoint = address;
      // Without it durable-functions rewrites every link to localhost:7071. (WEBSITE_SITE_NAME, which means Azure, stays unset.)
      process.env["WEBSITE_HOSTNAME"] = new URL(address).host;
    },
  };
}
