import type { CosmosOperation } from "../operations.ts";
import { notSupported } from "../rules/cosmos-error.ts";
import { isPlan, isQuery } from "./answer-query.ts";
import { type CosmosRequest, isTrue } from "./cosmos-request.ts";

/** What the requests on each kind of path do, by the number of its segments. */
const byLength: readonly Readonly<Record<string, CosmosOperation>>[] = [
  { GET: "read account" },
  { POST: "create database" },
  { GET: "read database", DELETE: "delete database" },
  { GET: "list containers", POST: "create container" },
  { GET: "read container", PUT: "replace container", DELETE: "delete container" },
  { GET: "read all items", POST: "create item" },
  { GET: "read item", PUT: "replace item", PATCH: "patch item", DELETE: "delete item" },
];

/** The operation that a request asks for. Throws 400 for one that is not on the list. */
export function operationOf(request: CosmosRequest): CosmosOperation {
  const { method, segments } = request;
  const operation = byLength[segments.length]?.[method];
  if (!operation) throw notSupported(`${method} /${segments.join("/")}`);
  return operation === "create item" ? postedTo(request) : operation;
}

function postedTo(request: CosmosRequest): CosmosOperation {
  if (isPlan(request)) return "plan query";
  if (isQuery(request)) return "query items";
  if (isTrue(request, "x-ms-cosmos-is-batch-request")) return "batch";
  return isTrue(request, "x-ms-documentdb-is-upsert") ? "upsert item" : "create item";
}
