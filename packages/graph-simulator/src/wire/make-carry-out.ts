import { answerRequest } from "../answers/answer-request.ts";
import type { Call } from "../answers/call.ts";
import type { Catalog } from "../catalog.ts";
import type { Collection } from "../collection.ts";
import type { Counters } from "../counters.ts";
import { badRequest, GraphRefusal } from "../graph-refusal.ts";
import { operationOf } from "../operations.ts";
import type { Store } from "../store/make-store.ts";
import type { Fault } from "../trouble/fault-plan.ts";
import type { Faults } from "../trouble/faults.ts";
import type { LateCreates } from "../trouble/late-creates.ts";
import type { Throttles } from "../trouble/throttles.ts";
import type { Windows } from "../trouble/windows.ts";
import { type Answer, type RequestIds, toErrorAnswer } from "./answer.ts";
import { answerBatch } from "./answer-batch.ts";
import { type GraphRequest, makeToTemplate, type RequestParts, toGraphRequest, toMatchText } from "./graph-request.ts";

export type Parts = {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly counters: Counters;
  readonly throttles: Throttles;
  readonly faults: Faults;
  readonly windows: Windows;
  readonly lateCreates: LateCreates;
  readonly directoryDelayMs: () => number;
  /** The collections as they are now. */
  readonly rows: () => readonly Collection[];
  readonly nowMs: () => number;
};

export type CarryOut = (parts: RequestParts, ids: RequestIds) => Answer;

type CarryParts = Parts & { readonly toTemplate: ReturnType<typeof makeToTemplate> };

/** Carries out a request of a known caller: limits first, then faults, then the data. Never throws a refusal. */
export function makeCarryOut(parts: Parts): CarryOut {
  const all: CarryParts = { ...parts, toTemplate: makeToTemplate(parts.catalog.collections) };
  const carryInner: CarryOut = (request, ids) => carry(all, request, ids, undefined);
  return (request, ids) => carry(all, request, ids, carryInner);
}

/** Without `inner` the request stands inside a batch, where no other batch may. */
function carry(parts: CarryParts, given: RequestParts, ids: RequestIds, inner: CarryOut | undefined): Answer {
  const { counters, nowMs } = parts;
  counters.countRequest(inner === undefined);
  let template = `${given.method} ?`;
  try {
    const request = toGraphRequest(given);
    template = parts.toTemplate(request);
    const operation = operationOf(request, parts.rows());
    if (operation) counters.countOperation(operation);
    const answer = answerWithFaults(parts, request, inner);
    counters.countAnswer(template, answer.status);
    return answer;
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    counters.countAnswer(template, error.status);
    return toErrorAnswer(error, ids, nowMs());
  }
}

function answerWithFaults(parts: Parts, request: GraphRequest, inner: CarryOut | undefined): Answer {
  const text = toMatchText(request);
  parts.throttles.check(text);
  checkWindows(parts, request);
  const fault = parts.faults.take(text);
  if (fault?.kind === "drop_before") return { status: 0, headers: {}, spoiled: "dropped" };
  if (fault?.kind === "status") throw toInjected(fault);
  const { store, catalog, lateCreates, directoryDelayMs, nowMs } = parts;
  const pageItems = parts.faults.pageItems(text);
  const known = { store, catalog, lateCreates, directoryDelayMs, nowMs, rows: parts.rows() };
  const call: Call = { ...known, request, fault: fault?.kind, pageItems };
  const answer = isBatch(request) ? answerWholeBatch(parts, request, inner) : answerRequest(call);
  if (fault?.kind === "drop_after") return { ...answer, spoiled: "dropped" };
  return fault?.kind === "truncated_body" ? { ...answer, spoiled: "truncated" } : answer;
}

function answerWholeBatch({ nowMs }: Parts, request: GraphRequest, inner: CarryOut | undefined): Answer {
  if (!inner) throw badRequest("A batch cannot contain a batch.");
  return answerBatch(request, inner, nowMs);
}

export function isBatch({ method, url }: Pick<GraphRequest, "method" | "url">): boolean {
  return method === "POST" && /^\/[^/]+\/(\$|%24)batch$/i.test(url);
}

function checkWindows({ windows, catalog }: Parts, { segments, tenantId, clientId, method }: GraphRequest): void {
  const path = `/${segments.join("/")}`.toLowerCase();
  const row = catalog.collections.find((each) => `${path}/`.startsWith(`${each.path.toLowerCase()}/`));
  const serviceGroup = row?.serviceGroup ?? "directory";
  const isWrite = method !== "GET" && !path.endsWith("/getbyids");
  if (!path.endsWith("/$batch")) windows.check({ tenantId, clientId, serviceGroup, isWrite });
}

function toInjected({ status = 503, retryAfter }: Fault): GraphRefusal {
  const code = injectedCodes[status] ?? (status >= 500 ? "ServiceUnavailable" : "BadRequest");
  const headers = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  return new GraphRefusal(status, code, `An injected answer of status ${status}.`, headers);
}

const injectedCodes: Readonly<Record<number, string>> = { 429: "TooManyRequests", 504: "GatewayTimeout" };
