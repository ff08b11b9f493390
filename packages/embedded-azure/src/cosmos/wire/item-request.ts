import { badRequest, notSupported, tooLarge } from "../rules/cosmos-error.ts";
import { ITEM_VERBS, type ItemOperation } from "../rules/decide-item.ts";
import { isObject, type Json, type JsonObject, toText } from "../rules/json.ts";
import { parsePartitionKey } from "../rules/partition-key.ts";
import { type CosmosRequest, header, isTrue } from "./cosmos-request.ts";

/** Microsoft's limit: https://learn.microsoft.com/azure/cosmos-db/nosql/transactional-batch */
const MAX_BATCH_OPERATIONS = 100;
const MAX_BATCH_BYTES = 2 * 1024 * 1024;

const VERBS: { readonly [method: string]: ItemOperation["verb"] } = {
  GET: "read",
  PUT: "replace",
  DELETE: "delete",
  PATCH: "patch",
};

/** The partition key that the request names. Throws 400 when it names none. */
function keyOf(request: CosmosRequest): string {
  const text = header(request, "x-ms-documentdb-partitionkey");
  if (text === undefined) throw badRequest("PartitionKey value must be supplied for this operation.");
  return parsePartitionKey(text);
}

/** The operation behind a request on one item, or on the feed when it has a new item. */
export function toItemOperation(request: CosmosRequest): ItemOperation {
  const id = request.segments[5];
  const verb = id === undefined ? creation(request) : VERBS[request.method];
  if (verb === undefined) throw notSupported(`${request.method} of an item`);
  return {
    verb,
    key: keyOf(request),
    id,
    body: request.body,
    ifMatch: header(request, "if-match"),
    ifNoneMatch: header(request, "if-none-match"),
  };
}

function creation(request: CosmosRequest): "create" | "upsert" {
  return isTrue(request, "x-ms-documentdb-is-upsert") ? "upsert" : "create";
}

/** The operations of a transactional batch, all in the partition that the request names. Throws 400, and 413 above 2 MB. */
export function toBatch(request: CosmosRequest): ItemOperation[] {
  if (!isTrue(request, "x-ms-cosmos-batch-atomic")) throw notSupported("A bulk request (a batch that is not atomic)");
  const { body, bodyBytes } = request;
  if (bodyBytes > MAX_BATCH_BYTES) throw tooLarge();
  if (!Array.isArray(body) || body.length === 0) throw badRequest("A batch is a list of operations.");
  if (body.length > MAX_BATCH_OPERATIONS) throw badRequest("Batch request has more operations than what is supported.");
  const key = keyOf(request);
  return body.map((entry) => toBatchOperation(entry, key));
}

function toBatchOperation(entry: Json, key: string): ItemOperation {
  if (!isObject(entry)) throw badRequest("A batch operation is an object.");
  const name = toText(entry["operationType"]).toLowerCase();
  const verb = ITEM_VERBS.find((known) => known === name);
  if (verb === undefined) throw notSupported(`The batch operation ${name}`);
  const own = textOf(entry, "partitionKey");
  if (own !== undefined && parsePartitionKey(own) !== key) {
    throw badRequest("All operations of a batch must have the partition key of the batch.");
  }
  const id = verb === "create" || verb === "upsert" ? undefined : (textOf(entry, "id") ?? "");
  const conditions = { ifMatch: textOf(entry, "ifMatch"), ifNoneMatch: textOf(entry, "ifNoneMatch") };
  return { verb, key, id, body: entry["resourceBody"], ...conditions };
}

function textOf(entry: JsonObject, name: string): string | undefined {
  const value = entry[name];
  return typeof value === "string" ? value : undefined;
}
