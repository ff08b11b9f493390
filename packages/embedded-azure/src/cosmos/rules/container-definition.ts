import { badRequest, notSupported } from "./cosmos-error.ts";
import { isObject, type Json, type JsonObject, toSteps, toText, type Value } from "./json.ts";
import { canonicalText } from "./sql/compare-values.ts";
import { isTtl } from "./ttl.ts";

export type CompositePath = { readonly path: string; readonly order: "ascending" | "descending" };

/** What the rules and the store need of a container; `body` is the resource as clients see it. */
export type ContainerDefinition = {
  readonly number: number;
  readonly database: string;
  readonly id: string;
  readonly rid: string;
  readonly self: string;
  readonly partitionKey: readonly string[];
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly compositeIndexes: readonly (readonly CompositePath[])[];
  /** Seconds; -1 means that only items with a `ttl` expire, undefined that none does. */
  readonly defaultTtl: number | undefined;
  readonly body: JsonObject;
};

const SUPPORTED = new Set([
  ..."id partitionKey indexingPolicy uniqueKeyPolicy defaultTtl".split(" "),
  // System properties and the ones that the service adds: a client sends back what it read.
  ..."_rid _self _etag _ts _docs _sprocs _triggers _udfs _conflicts".split(" "),
]);

/** The indexing policy of a container that asks for none. */
const DEFAULT_INDEXING: JsonObject = {
  indexingMode: "consistent",
  automatic: true,
  includedPaths: [{ path: "/*" }],
  excludedPaths: [{ path: '/"_etag"/?' }],
};

/** Checks what a client asks of a new container and fills in the defaults. Throws 400, also for what is not supported. */
export function toContainerBody(requested: Value): JsonObject {
  if (!isObject(requested)) throw badRequest("The container definition is not an object.");
  for (const [name, value] of Object.entries(requested)) {
    if (!SUPPORTED.has(name) && value !== null) throw notSupported(`The container property ${name}`);
  }
  checkResourceId(requested["id"]);
  const indexing = toIndexing(requested["indexingPolicy"]);
  const { defaultTtl } = requested;
  if (defaultTtl !== undefined && !isTtl(defaultTtl)) throw badRequest("defaultTtl must be -1 or a positive integer.");
  // Refuses what cannot become a key before anything is stored.
  listOf(requested["uniqueKeyPolicy"], "uniqueKeys").forEach(pathsOf);
  return {
    ...requested,
    partitionKey: toPartitionKey(requested["partitionKey"]),
    indexingPolicy: indexing,
  };
}

/** Every path is indexed, as the service does by default; composite indexes come on top. */
function toIndexing(requested: Value): JsonObject {
  const indexing: JsonObject = { ...DEFAULT_INDEXING, ...(isObject(requested) && requested) };
  const foreign = Object.keys(indexing).find(
    (name) => name !== "compositeIndexes" && !isDefaultIndexing(name, indexing),
  );
  if (foreign !== undefined) throw notSupported(`An indexing policy with its own ${foreign}`);
  listOf(indexing, "compositeIndexes").forEach(toCompositePaths);
  return indexing;
}

function isDefaultIndexing(name: string, indexing: JsonObject): boolean {
  const [asked, normal] = [indexing[name], DEFAULT_INDEXING[name]];
  return asked !== undefined && normal !== undefined && canonicalText(asked) === canonicalText(normal);
}

/** The definition behind a stored container body. */
export function toContainerDefinition(number: number, database: string, body: JsonObject): ContainerDefinition {
  const paths = pathsOf(body["partitionKey"]);
  const defaultTtl = body["defaultTtl"];
  return {
    number,
    database,
    id: toText(body["id"]),
    rid: toText(body["_rid"]),
    self: toText(body["_self"]),
    partitionKey: toSteps(paths[0] ?? "/"),
    uniqueKeys: listOf(body["uniqueKeyPolicy"], "uniqueKeys").map(pathsOf),
    compositeIndexes: listOf(body["indexingPolicy"], "compositeIndexes").map(toCompositePaths),
    defaultTtl: typeof defaultTtl === "number" ? defaultTtl : undefined,
    body,
  };
}

/** Throws 400 unless this is a name that a database or container may have. */
export function checkResourceId(id: Value): asserts id is string {
  if (typeof id === "string" && /^[^/\\?#]{1,255}$/.test(id)) return;
  throw badRequest("The resource name is invalid: 1 to 255 characters without / \\ ? #.");
}

function toPartitionKey(requested: Value): JsonObject {
  const paths = pathsOf(requested);
  if (paths.length !== 1) throw notSupported("A partition key of other than one path");
  if (isObject(requested) && requested["kind"] === "MultiHash") throw notSupported("A hierarchical partition key");
  return { paths: [...paths], kind: "Hash", version: 2 };
}

function pathsOf(holder: Value): string[] {
  const paths = listOf(holder, "paths").filter((path) => typeof path === "string");
  for (const path of paths) checkPath(path);
  return paths;
}

/** Paths become part of SQL text: only plain names are taken. */
function checkPath(path: string): void {
  if (!path.startsWith("/")) throw badRequest("A path must start with /.");
  if (!/^(\/[\w$-]+)+$/.test(path))
    throw notSupported(`The path ${path}, with other than letters, digits, _, $ and -,`);
}

function listOf(holder: Value, name: string): Json[] {
  const list = isObject(holder) ? holder[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function toCompositePaths(index: Json): CompositePath[] {
  if (!Array.isArray(index)) throw badRequest("A composite index is a list of paths.");
  return index.filter(isObject).map((part) => {
    const path = toText(part["path"]);
    checkPath(path);
    const order = part["order"] ?? "ascending";
    if (order !== "ascending" && order !== "descending")
      throw badRequest("The order of a path is ascending or descending.");
    return { path, order };
  });
}
