import type { EngineLoad } from "../../durable/durable-engine.ts";
import type { DurableOperation } from "../../durable/operations.ts";
import type { OperationCounts } from "../../operation-counts.ts";
import { type FunctionRegistry, type RegisteredFunction, triggerType } from "../function-registry.ts";
import type { SideAnswer, SideHandler, SideRequest } from "../http/http-server.ts";
import { toTraceContext } from "../http/trace-context.ts";
import type { Invoker } from "../invoke.ts";
import type { HostOperation } from "../operations.ts";
import type { NamedData } from "../programming-model.ts";
import type { TypedData } from "../typed-data.ts";

export type AdminDeps = {
  readonly registry: FunctionRegistry;
  readonly invoker: Invoker;
  readonly extraInputs: (fn: RegisteredFunction) => readonly NamedData[];
  /** Stops taking messages and timers; HTTP goes on. */
  readonly drain: () => void;
  readonly drainState: () => "Disabled" | "InProgress" | "Completed";
  /** What is under way besides HTTP requests, and what is due but not begun. */
  readonly load: () => EngineLoad;
  /** Moves the Durable engine's clock forward. */
  readonly skip: (ms: number) => void;
  readonly hostCalls: OperationCounts<HostOperation>;
  readonly durableCalls: OperationCounts<DurableOperation>;
};

type AdminCall = Extract<HostOperation, `${string}/admin/${string}`>;
type Handler = (deps: AdminDeps, request: SideRequest) => SideAnswer | Promise<SideAnswer>;

const handlers: Readonly<Record<AdminCall, Handler>> = {
  "GET /admin/host/status": () => {
    return { status: 200, body: { id: "local", state: "Running", version: "4.1050.0.0", processUptime: uptimeMs() } };
  },
  "POST /admin/host/drain": ({ drain }) => {
    drain();
    return { status: 202 };
  },
  "GET /admin/host/drain/status": ({ drainState, invoker }) => {
    return { status: 200, body: { state: drainState(), outstandingInvocations: invoker.running() } };
  },
  "POST /admin/functions/{name}": runFunction,
  "GET /admin/durable/idle": idle,
  "POST /admin/durable/skip": skip,
  "GET /admin/operations": ({ hostCalls, durableCalls }) => {
    return { status: 200, body: { host: hostCalls.counts(), durable: durableCalls.counts() } };
  },
};

/** `/admin/...`: the host's own endpoints, and ours for the stack and for tests: below `/admin/durable`, and `/admin/operations`. */
export function makeAdminApi(deps: AdminDeps): SideHandler {
  return async (request) => {
    const call = callOf(request);
    if (!call) return { status: 404 };
    deps.hostCalls.count(call);
    return handlers[call](deps, request);
  };
}

function callOf({ method, path: [area = "", ...rest] }: SideRequest): AdminCall | undefined {
  const below = area.toLowerCase() === "functions" && rest.length === 1 ? ["{name}"] : rest;
  const shape = `${method} /admin/${[area, ...below].join("/")}`;
  // The keys of an object literal are those of its type.
  return (Object.keys(handlers) as AdminCall[]).find((each) => each.toLowerCase() === shape.toLowerCase());
}

function skip(deps: AdminDeps, { url }: SideRequest): SideAnswer {
  const ms = Number(url.searchParams.get("ms") ?? Number.NaN);
  if (!(ms >= 0)) return { status: 400, body: { Message: "Say how far: ?ms=MILLISECONDS" } };
  deps.skip(ms);
  return { status: 202 };
}

function idle({ load }: AdminDeps): SideAnswer {
  const { running, pending, unfinished, nextTimerAt } = load();
  const next = nextTimerAt === undefined ? null : new Date(nextTimerAt).toISOString();
  return { status: 200, body: { idle: running + pending === 0, running, pending, unfinished, nextTimerAt: next } };
}

/** Runs a function by hand: 202 at once, or with `?wait=1` 200 or 500 when it has ended. */
async function runFunction(deps: AdminDeps, { path, url, body }: SideRequest): Promise<SideAnswer> {
  const fn = deps.registry.functions.get((path[1] ?? "").toLowerCase());
  if (!fn) return { status: 404 };
  if (!["timertrigger", "servicebustrigger"].includes(triggerType(fn))) {
    return {
      status: 400,
      body: { Message: `The local host runs only timers and message handlers by hand, not ${fn.name}.` },
    };
  }
  const data = triggerType(fn) === "timertrigger" ? timerByHand : toInput(body);
  const work = deps.invoker.invoke(fn, {
    inputData: [{ name: fn.triggerName, data }, ...deps.extraInputs(fn)],
    triggerMetadata: {},
    traceContext: toTraceContext(),
  });
  const ended = work.then(
    () => ({ status: 200 }),
    () => ({ status: 500 }),
  );
  return url.searchParams.get("wait") === "1" ? ended : { status: 202 };
}

const timerByHand: TypedData = {
  json: JSON.stringify({ Schedule: { AdjustForDST: true }, ScheduleStatus: null, IsPastDue: false }),
};

/** The body is `{"input": "text"}`, as in Azure. */
function toInput(body: string): TypedData {
  const { input } = Object(body === "" ? {} : JSON.parse(body)) as { input?: unknown };
  return { string: typeof input === "string" ? input : JSON.stringify(input ?? "") };
}

function uptimeMs(): number {
  return Math.round(process.uptime() * 1000);
}
