import type { EngineLoad } from "../../durable/durable-engine.ts";
import { type FunctionRegistry, type RegisteredFunction, triggerType } from "../function-registry.ts";
import type { SideAnswer, SideHandler, SideRequest } from "../http/http-server.ts";
import { toTraceContext } from "../http/trace-context.ts";
import type { Invoker } from "../invoke.ts";
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
};

/** `/admin/...`: the host's own endpoints, and below `/admin/durable` ours, for the stack and for tests. */
export function makeAdminApi(deps: AdminDeps): SideHandler {
  return async (request) => {
    const route = `${request.method} ${request.path.slice(0, 3).join("/").toLowerCase()}`;
    switch (route) {
      case "GET host/status":
        return {
          status: 200,
          body: { id: "local", state: "Running", version: "4.1050.0.0", processUptime: uptimeMs() },
        };
      case "POST host/drain":
        deps.drain();
        return { status: 202 };
      case "GET host/drain/status":
        return { status: 200, body: { state: deps.drainState(), outstandingInvocations: deps.invoker.running() } };
      case "GET functions":
        return {
          status: 200,
          body: [...deps.registry.functions.values()].map(({ name, trigger }) => ({ name, trigger })),
        };
      case "GET durable/idle":
        return idle(deps);
      case "POST durable/skip":
        return skip(deps, Number(request.url.searchParams.get("ms") ?? Number.NaN));
      default:
        return runFunction(deps, request);
    }
  };
}

function skip(deps: AdminDeps, ms: number): SideAnswer {
  if (!(ms >= 0)) return { status: 400, body: { Message: "Say how far: ?ms=MILLISECONDS" } };
  deps.skip(ms);
  return { status: 202 };
}

function idle({ load }: AdminDeps): SideAnswer {
  const { running, pending, nextTimerAt } = load();
  const next = nextTimerAt === undefined ? null : new Date(nextTimerAt).toISOString();
  return { status: 200, body: { idle: running + pending === 0, running, pending, nextTimerAt: next } };
}

/** Runs a function by hand: 202 at once, or with `?wait=1` 200 or 500 when it has ended. */
async function runFunction(deps: AdminDeps, { method, path, url, body }: SideRequest): Promise<SideAnswer> {
  const [area, name] = path;
  const fn = area?.toLowerCase() === "functions" && name ? deps.registry.functions.get(name.toLowerCase()) : undefined;
  if (!fn || method !== "POST" || path.length !== 2) return { status: 404 };
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
