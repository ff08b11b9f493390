import { badRequest, notSupported } from "./cosmos-error.ts";
import { parseJson, type Value, valueAt } from "./json.ts";

/** Microsoft's limit for a partition key value, of its own bytes: https://learn.microsoft.com/azure/cosmos-db/concepts-limits */
const MAX_KEY_BYTES = 2048;

/**
 * The stored form of a partition key, made of the header that the SDK sends: a JSON array of one value, `[{}]` where items lack the property.
 * Throws 400 for several values (a hierarchical key) and for objects and arrays.
 */
export function parsePartitionKey(header: string): string {
  const values = parseJson(header);
  if (!Array.isArray(values)) throw badRequest("Partition key provided in the header is not a JSON array.");
  if (values.length !== 1) throw notSupported("A partition key of several values");
  return toPartitionKey(isEmptyObject(values[0]) ? undefined : values[0]);
}

/** The partition key of an item. */
export function partitionKeyOf(item: Value, path: readonly string[]): string {
  return toPartitionKey(valueAt(item, path));
}

function toPartitionKey(value: Value): string {
  if (value === undefined) return "[{}]";
  if (typeof value === "object" && value !== null)
    throw badRequest("Partition key must be a string, number, boolean or null.");
  if (typeof value === "string" && Buffer.byteLength(value) > MAX_KEY_BYTES) {
    throw badRequest("Partition key is longer than 2048 bytes.");
  }
  return JSON.stringify([value]);
}

function isEmptyObject(value: Value): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
