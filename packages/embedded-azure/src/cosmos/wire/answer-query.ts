import { badRequest, notSupported } from "../rules/cosmos-error.ts";
import { isObject, type Json, toText, type Value } from "../rules/json.ts";
import { parsePartitionKey } from "../rules/partition-key.ts";
import { checkParameters } from "../rules/sql/check-query.ts";
import type { Parameters } from "../rules/sql/evaluate.ts";
import { parseQuery } from "../rules/sql/parse-query.ts";
import type { Query } from "../rules/sql/syntax.ts";
import { checkCompositeIndex, checkCrossPartition } from "../rules/strict-query.ts";
import type { Container } from "../store/containers.ts";
import { nameOfQuery, parseContinuation, toContinuation } from "../store/continuation.ts";
import { runQuery } from "../store/run-query.ts";
import type { Answer } from "./answer.ts";
import { type CosmosRequest, header, isTrue } from "./cosmos-request.ts";
import { toQueryPlan } from "./query-plan.ts";

export type AnswerQuery = (container: Container, request: CosmosRequest) => Answer;

type Options = {
  readonly isStrict: boolean;
  readonly crossPartitionMark: string | undefined;
  readonly nowMs: () => number;
};

const DEFAULT_PAGE = 100;
/** `-1` leaves the size to the server. */
const SERVER_PAGE = 1000;
const MAX_PARSED = 500;

/** Whether a request asks for a query, its plan, or all items of a feed. */
export function isQuery(request: CosmosRequest): boolean {
  if (request.segments.length !== 5) return false;
  return (
    request.method === "GET" ||
    isTrue(request, "x-ms-documentdb-isquery") ||
    isPlan(request) ||
    header(request, "content-type") === "application/query+json"
  );
}

export function isPlan(request: CosmosRequest): boolean {
  return isTrue(request, "x-ms-cosmos-is-query-plan-request");
}

/** Makes the answer to queries on items, page by page. */
export function makeAnswerQuery({ isStrict, crossPartitionMark, nowMs }: Options): AnswerQuery {
  const parsed = new Map<string, Query>();
  const parse = (sql: string): Query => {
    const known = parsed.get(sql);
    if (known !== undefined) return known;
    if (parsed.size >= MAX_PARSED) parsed.clear();
    const query = parseQuery(sql);
    parsed.set(sql, query);
    return query;
  };
  return (container, request) => {
    const { sql, parameters } = request.method === "GET" ? allItems() : parseBody(request.body);
    const query = parse(sql);
    if (isPlan(request)) return toQueryPlan(query);
    checkParameters(query, parameters);
    const keyText = header(request, "x-ms-documentdb-partitionkey");
    const key = keyText === undefined ? undefined : parsePartitionKey(keyText);
    if (key === undefined) checkCrossPartition(header(request, "user-agent") ?? "", crossPartitionMark);
    if (isStrict) checkCompositeIndex(container.definition, query.orderBy);
    const name = nameOfQuery([container.definition.rid, key, sql, [...parameters]]);
    const continuation = header(request, "x-ms-continuation");
    const position = continuation === undefined ? undefined : parseContinuation(continuation, name);
    const pageSize = toPageSize(header(request, "x-ms-max-item-count"));
    const page = runQuery(container, { query, parameters, key, position, pageSize, nowMs: nowMs() });
    const next = page.next === undefined ? {} : { "x-ms-continuation": toContinuation(name, page.next) };
    return {
      status: 200,
      text: `{"_rid":"${container.definition.rid}","Documents":[${page.documents.join(",")}],"_count":${page.documents.length}}`,
      charge: page.charge,
      headers: { "x-ms-item-count": String(page.documents.length), ...next },
    };
  };
}

function toPageSize(text: string | undefined): number {
  const size = text === undefined ? DEFAULT_PAGE : Number(text);
  if (size === -1) return SERVER_PAGE;
  if (Number.isInteger(size) && size > 0) return size;
  throw badRequest("x-ms-max-item-count must be -1 or a positive integer.");
}

function allItems(): { sql: string; parameters: Parameters } {
  return { sql: "SELECT * FROM c", parameters: new Map() };
}

function parseBody(body: Value): { sql: string; parameters: Parameters } {
  const sql = isObject(body) ? body["query"] : undefined;
  if (!isObject(body) || typeof sql !== "string") throw notSupported("A query without its text");
  const list = Array.isArray(body["parameters"]) ? body["parameters"] : [];
  return { sql, parameters: new Map(list.filter(isObject).map(toParameter)) };
}

function toParameter(parameter: { [name: string]: Json }): [string, Value] {
  return [toText(parameter["name"]), parameter["value"]];
}
