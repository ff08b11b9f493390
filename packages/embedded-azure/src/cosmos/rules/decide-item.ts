import type { ContainerDefinition } from "./container-definition.ts";
import { badRequest, notFound, preconditionFailed } from "./cosmos-error.ts";
import { expiryOf, parseItem, toStoredText } from "./item.ts";
import { type JsonObject, parseStored, toText, type Value } from "./json.ts";
import { partitionKeyOf } from "./partition-key.ts";
import { applyPatch, parsePatch } from "./patch.ts";
import { readUnits, rewriteUnits, writeUnits } from "./request-units.ts";
import type { Row } from "./row.ts";
import { checkParameters } from "./sql/check-query.ts";
import { evaluate, type Parameters } from "./sql/evaluate.ts";
import { parseCondition } from "./sql/parse-query.ts";

export const ITEM_VERBS = ["create", "upsert", "replace", "read", "delete", "patch"] as const;

export type ItemOperation = {
  readonly verb: (typeof ITEM_VERBS)[number];
  /** Stored form of the partition key that the request names. */
  readonly key: string;
  /** Id in the link; undefined for create and upsert, whose id is in the body. */
  readonly id: string | undefined;
  readonly body: Value;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
};

/** What is to be stored and answered. `row` is the item after the operation (for a read, the item). */
export type Decision = {
  readonly status: 200 | 201 | 204 | 304;
  readonly write: "insert" | "update" | "remove" | "none";
  readonly row: Row | undefined;
  readonly charge: number;
};

/** What one write needs from outside: the time and names that nothing else has. */
export type Stamps = { nowMs(): number; nextRid(container: ContainerDefinition): string; newEtag(): string };

/** Decides one operation on one item, given the item as it is now. Throws the service's refusal; changes nothing. */
export function decideItem(
  container: ContainerDefinition,
  operation: ItemOperation,
  current: Row | undefined,
  stamps: Stamps,
): Decision {
  if (operation.verb === "read") return decideRead(operation, current);
  if (operation.ifNoneMatch !== undefined) throw badRequest("If-None-Match is for reads only.");
  if (operation.verb === "create") return decideCreate(container, operation, stamps);
  if (operation.verb === "upsert" && current === undefined) {
    if (operation.ifMatch !== undefined) throw preconditionFailed();
    return decideCreate(container, operation, stamps);
  }
  if (current === undefined) throw notFound();
  if (operation.ifMatch !== undefined && operation.ifMatch !== "*" && operation.ifMatch !== current.etag) {
    throw preconditionFailed();
  }
  if (operation.verb === "delete") {
    return { status: 204, write: "remove", row: undefined, charge: writeUnits(current.body.length) };
  }
  const changed = operation.verb === "patch" ? patched(operation, current) : operation.body;
  return decideChange(container, operation, { current, changed, stamps });
}

function decideRead(operation: ItemOperation, current: Row | undefined): Decision {
  if (current === undefined) throw notFound();
  const isKnown = operation.ifNoneMatch === current.etag || operation.ifNoneMatch === "*";
  const charge = isKnown ? 1 : readUnits(Buffer.byteLength(current.body));
  return { status: isKnown ? 304 : 200, write: "none", row: current, charge };
}

function decideCreate(container: ContainerDefinition, operation: ItemOperation, stamps: Stamps): Decision {
  const item = parseItem(operation.body);
  checkPartition(container, operation, item);
  const row = toRow(container, operation.key, { item, rid: stamps.nextRid(container), stamps });
  return { status: 201, write: "insert", row, charge: writeUnits(Buffer.byteLength(row.body)) };
}

/** The condition of a patch cannot take any. */
const NO_PARAMETERS: Parameters = new Map();

type ItemChange = { readonly current: Row; readonly changed: Value; readonly stamps: Stamps };

function decideChange(container: ContainerDefinition, operation: ItemOperation, change: ItemChange): Decision {
  const item = parseItem(change.changed);
  if (item.id !== change.current.id) throw badRequest("The id of an item cannot be changed.");
  checkPartition(container, operation, item);
  const rid = toText(parseStored(change.current.body)["_rid"]);
  const row = toRow(container, operation.key, { item, rid, stamps: change.stamps });
  return { status: 200, write: "update", row, charge: rewriteUnits(Buffer.byteLength(row.body)) };
}

function checkPartition(container: ContainerDefinition, operation: ItemOperation, item: JsonObject): void {
  if (partitionKeyOf(item, container.partitionKey) === operation.key) return;
  throw badRequest(
    "PartitionKey extracted from document doesn't match the one specified in the header. Learn more: https://aka.ms/CosmosDB/sql/errors/wrong-pk-value",
  );
}

function patched(operation: ItemOperation, current: Row): JsonObject {
  const { condition, operations } = parsePatch(operation.body);
  const item = parseStored(current.body);
  if (condition !== undefined) {
    const query = parseCondition(condition);
    checkParameters(query, NO_PARAMETERS);
    if (query.where !== undefined && evaluate(query.where, item, NO_PARAMETERS) !== true) throw preconditionFailed();
  }
  return applyPatch(item, operations);
}

type NewItem = { readonly item: JsonObject & { id: string }; readonly rid: string; readonly stamps: Stamps };

function toRow(container: ContainerDefinition, key: string, { item, rid, stamps }: NewItem): Row {
  const nowMs = stamps.nowMs();
  const etag = stamps.newEtag();
  const body = toStoredText(item, { rid, self: `${container.self}docs/${rid}/`, etag, nowMs });
  return { key, id: item.id, etag, expiresAt: expiryOf(item, container, nowMs), body };
}
