import { answerRequest } from "../answers/answer-request.ts";
import type { Call } from "../answers/call.ts";
import type { Catalog } from "../catalog.ts";
import type { Collection } from "../collection.ts";
import type { Counters } from "../counters.ts";
import type { Fault } from "../faults/fault-plan.ts";
import type { Faults } from "../faults/faults.ts";
import type { LateCreates } from "../faults/late-creates.ts";
import type { Throttles } from "../faults/throttles.ts";
import type { Windows } from "../faults/windows.ts";
import { badRequest, GraphError } from "../graph-error.ts";
import { operationOf } from "../operations.ts";
import type { Store } from "../store/make-store.ts";
import { type Answer, type RequestIds, toErrorAnswer } from "./answer.ts";
import { answerBatch } from "./answer-batch.ts";
import { type GraphRequest, makeToTemplate, type RawRequest, toGraphRequest, toMatchText } from "./graph-request.ts";

export type HandlerDeps = {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly counters: Counters;
  readonly throttles: Throttles;
  readonly faults: Faults;
  readonly windows: Windows;
  readonly lateCreates: LateCreates;
  readonly directoryDelayMs: () => number;
  readonly generation: () => number;
  /** The collections as they are now. */
  readonly rows: () => readonly Collection[];
  readonly nowMs: () => number;
};

export type RequestHandler = (deps: RawRequest, ids: RequestIds) => Answer;

type RoutedDeps = HandlerDeps & { readonly toTemplate: ReturnType<typeof makeToTemplate> };

/** Carries out a request of a known caller: limits first, then faults, then the data. Never throws a refusal. */
export function makeRequestHandler(deps: HandlerDeps): RequestHandler {
  const all: RoutedDeps = { ...deps, toTemplate: makeToTemplate(deps.catalog.collections) };
  const handleInner: RequestHandler = (request, ids) => handle(all, request, ids, undefined);
  return (request, ids) => handle(all, request, ids, handleInner);
}

/** Without `inner` the request stands inside a batch, where no other batch may. */
function handle(deps: RoutedDeps, raw: RawRequest, ids: RequestIds, inner: RequestHandler | undefined): Answer {
  const { counters, nowMs } = deps;
  counters.countRequest(inner === undefined);
  let template = `${raw.method} ?`;
  try {
    const request = toGraphRequest(raw);
    template = deps.toTemplate(request);
    const operation = operationOf(request, deps.rows());
    if (operation) counters.countOperation(operation);
    const answer = answerWithFaults(deps, request, inner);
    counters.countAnswer(template, answer.status);
    return answer;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    counters.countAnswer(template, error.status);
    return toErrorAnswer(error, ids, nowMs());
  }
}

function answerWithFaults(deps: HandlerDeps, request: GraphRequest, inner: RequestHandler | undefined): Answer {
  const text = toMatchText(request);
  deps.throttles.check(text);
  checkWindows(deps, request);
  const fault = deps.faults.take(text);
  if (fault?.kind === "drop_before") return { status: 0, headers: {}, damage: "dropped" };
  if (fault?.kind === "status") throw toInjected(fault);
  const { store, catalog, lateCreates, directoryDelayMs, generation, nowMs } = deps;
  const pageItems = deps.faults.pageItems(text);
  const known = { store, catalog, lateCreates, directoryDelayMs, generation, nowMs, rows: deps.rows() };
  const call: Call = { ...known, request, fault: fault?.kind, pageItems };
  const answer = isBatch(request) ? answerWholeBatch(deps, request, inner) : answerRequest(call);
  if (fault?.kind === "drop_after") return { ...answer, damage: "dropped" };
  return fault?.kind === "truncated_body" ? { ...answer, damage: "truncated" } : answer;
}

function answerWholeBatch({ nowMs }: HandlerDeps, request: GraphRequest, inner: RequestHandler | undefined): Answer {
  if (!inner) throw badRequest("A batch cannot contain a batch.");
  return answerBatch(request, inner, nowMs);
}

export function isBatch({ method, url }: Pick<GraphRequest, "method" | "url">): boolean {
  return method === "POST" && /^\/[^/]+\/(\$|%24)batch$/i.test(url);
}

function checkWindows({ windows, catalog }: HandlerDeps, { segments, tenantId, clientId, method }: GraphRequest): void {
  const path = `/${segments.join("/")}`.toLowerCase();
  const row = catalog.collections.find((each) => `${path}/`.startsWith(`${each.path.toLowerCase()}/`));
  const serviceGroup = row?.serviceGroup ?? "directory";
  const isWrite = method !== "GET" && !path.endsWith("/getbyids");
  if (!path.endsWith("/$batch")) windows.check({ tenantId, clientId, serviceGroup, isWrite });
}

function toInjected({ status = 503, retryAfter }: Fault): GraphError {
  const code = injectedCodes[status] ?? (status >= 500 ? "ServiceUnavailable" : "BadRequest");
  const headers = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  return new GraphError(status, code, `An injected answer of status ${status}.`, headers);
}

const injectedCodes: Readonly<Record<number, string>> = { 429: "TooManyRequests", 504: "GatewayTimeout" };
