import type { DatabaseSync } from "node:sqlite";
import type { ItemVerb, Observer } from "../control.ts";
import { CosmosError, notSupported } from "../rules/cosmos-error.ts";
import type { Decision, ItemOperation, Stamps } from "../rules/decide-item.ts";
import type { Catalog } from "../store/catalog.ts";
import type { Container } from "../store/containers.ts";
import type { Counter } from "../store/counters.ts";
import { executeBatch } from "../store/execute-batch.ts";
import { executeItem } from "../store/execute-item.ts";
import type { Replica } from "../store/replica.ts";
import type { Answer } from "./answer.ts";
import { type AnswerQuery, isPlan, isQuery } from "./answer-query.ts";
import { demand, type Identity } from "./authorize.ts";
import { toBatchAnswer } from "./batch-answer.ts";
import { type CosmosRequest, header, isTrue } from "./cosmos-request.ts";
import { toBatch, toItemOperation } from "./item-request.ts";
import { seenLsn, sessionHeaders } from "./session.ts";

export type DocumentRoutes = {
  readonly database: DatabaseSync;
  readonly catalog: Catalog;
  readonly replica: Replica;
  readonly observer: Observer;
  readonly stamps: Stamps;
  readonly lsn: Counter;
  readonly answerQuery: AnswerQuery;
};

/** Headers that ask for something that would silently not be done. */
const REFUSED_HEADERS: { readonly [name: string]: string } = {
  "a-im": "The change feed",
  "x-ms-documentdb-pre-trigger-include": "A trigger",
  "x-ms-documentdb-post-trigger-include": "A trigger",
  "x-ms-indexing-directive": "An indexing directive",
  "x-ms-documentdb-populatequerymetrics": "Query metrics",
};

/** Items: one at a time, in a transactional batch, or by query. */
export function routeDocuments(routes: DocumentRoutes, request: CosmosRequest, identity: Identity): Answer {
  const { catalog, observer } = routes;
  for (const [name, what] of Object.entries(REFUSED_HEADERS)) {
    if (![undefined, "false"].includes(header(request, name)?.toLowerCase())) throw notSupported(what);
  }
  const { verb, operations } = toWork(request);
  const isRead = operations.every((operation) => operation.verb === "read");
  demand(identity, isRead ? "read" : "write", `${request.method} /${request.segments.join("/")}`);
  const container = catalog.containers.get(request.segments[1] ?? "", request.segments[3] ?? "");
  // The SDK sends a plan along with every query: it is no request of the product's.
  if (isPlan(request)) return executeItemRequest(routes, { container, request, verb, operations });
  try {
    observer.throwInjected(verb);
    const answer = executeItemRequest(routes, { container, request, verb, operations });
    observer.record(verb, answer.charge ?? 0);
    return answer;
  } catch (error) {
    observer.record(verb, error instanceof CosmosError ? (error.details.requestCharge ?? 1) : 0);
    throw error;
  }
}

type Work = { readonly verb: ItemVerb; readonly operations: readonly ItemOperation[] };

function toWork(request: CosmosRequest): Work {
  if (isQuery(request)) return { verb: "query", operations: [] };
  if (isTrue(request, "x-ms-cosmos-is-batch-request")) return { verb: "batch", operations: toBatch(request) };
  const operation = toItemOperation(request);
  return { verb: operation.verb, operations: [operation] };
}

type Job = Work & { readonly container: Container; readonly request: CosmosRequest };

/** Answers and refusals alike report to the session how far it has seen: writes meet the present, reads what their view shows. */
function executeItemRequest(routes: DocumentRoutes, job: Job): Answer {
  const { container, request, verb } = job;
  const isRead = verb === "query" || verb === "read";
  const view = isRead ? routes.replica.view(container, seenLsn(header(request, "x-ms-session-token"))) : undefined;
  const session = () => sessionHeaders(container.definition, view?.lsn ?? routes.lsn.current());
  try {
    const answer = run(routes, view?.container ?? container, job);
    return { ...answer, headers: { ...answer.headers, ...session() } };
  } catch (error) {
    throw error instanceof CosmosError ? error.with({ headers: session() }) : error;
  }
}

function run(routes: DocumentRoutes, container: Container, job: Job): Answer {
  if (job.verb === "query") return routes.answerQuery(container, job.request);
  if (job.verb === "batch") return runBatch(routes, container, job);
  return runOne(routes, container, job);
}

function runOne({ replica, stamps, lsn }: DocumentRoutes, container: Container, { operations }: Job): Answer {
  const [operation] = operations;
  if (operation === undefined) throw notSupported("An empty request");
  const { decision, change } = executeItem(container, operation, stamps);
  if (change !== undefined) replica.record(lsn.next(), [change]);
  return toAnswer(decision);
}

function runBatch(routes: DocumentRoutes, container: Container, { request, operations }: Job): Answer {
  const { database, replica, stamps, lsn } = routes;
  // One number for each new item's resource id, and one for the batch.
  lsn.reserve(operations.length + 1);
  const outcome = executeBatch(database, container, operations, stamps);
  if ("changes" in outcome && outcome.changes.length > 0) replica.record(lsn.next(), outcome.changes);
  return toBatchAnswer(outcome, operations.length, header(request, "prefer") === "return=minimal");
}

function toAnswer({ status, row, charge }: Decision): Answer {
  if (row === undefined) return { status, charge };
  return { status, charge, etag: row.etag, ...(status !== 304 && { text: row.body }) };
}
