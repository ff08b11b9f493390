import type { ContainerDefinition } from "./container-definition.ts";
import { badRequest, tooLarge } from "./cosmos-error.ts";
import { isObject, type JsonObject, type Value } from "./json.ts";
import { isTtl } from "./ttl.ts";

/** Microsoft's limit for one item: https://learn.microsoft.com/azure/cosmos-db/concepts-limits */
const MAX_ITEM_BYTES = 2 * 1024 * 1024;
const MAX_ID_BYTES = 1023;
const MAX_LEVELS = 128;

/** The item of a request. Throws 400 when it is no object, nested too deep, or its id or ttl is not what the service takes. */
export function parseItem(body: Value): JsonObject & { id: string } {
  if (!isObject(body)) throw badRequest("The input content is invalid because it is not a JSON object.");
  const { id, ttl } = body;
  if (typeof id !== "string" || id === "" || /[/\\?#]/.test(id) || Buffer.byteLength(id) > MAX_ID_BYTES) {
    throw badRequest("The input content is invalid because the required properties - 'id; ' - are missing or invalid.");
  }
  if (ttl !== undefined && !isTtl(ttl)) {
    const shown = JSON.stringify(ttl);
    throw badRequest(`The input ttl '${shown}' is invalid. Ensure to provide a nonzero positive integer or -1.`);
  }
  if (isDeeperThan(body, MAX_LEVELS)) {
    throw badRequest(`The request payload is invalid. Objects and arrays are nested over ${MAX_LEVELS} levels.`);
  }
  return { ...body, id };
}

/** Whether objects and arrays stand in each other over more levels; the value itself is the first. */
function isDeeperThan(value: Value, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(each, levels - 1));
}

/** When the item ends, in ms since 1970; null is never. An item's own `ttl` counts only in a container that has a default. */
export function expiryOf(item: JsonObject, container: ContainerDefinition, nowMs: number): number | null {
  if (container.defaultTtl === undefined) return null;
  const ttl = typeof item["ttl"] === "number" ? item["ttl"] : container.defaultTtl;
  return ttl === -1 ? null : nowMs + ttl * 1000;
}

type Stamp = { readonly rid: string; readonly self: string; readonly etag: string; readonly nowMs: number };

/** The text that is stored and answered: the client's properties, then the system's. Throws 413 above 2 MB. */
export function toStoredText(item: JsonObject, { rid, self, etag, nowMs }: Stamp): string {
  const { _rid, _self, _etag, _ts, _attachments, ...own } = item;
  const system = { _rid: rid, _self: self, _etag: etag, _attachments: "attachments/", _ts: Math.floor(nowMs / 1000) };
  const text = JSON.stringify({ ...own, ...system });
  if (Buffer.byteLength(text) > MAX_ITEM_BYTES) throw tooLarge();
  return text;
}
