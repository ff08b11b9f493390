import { Fault } from "../../domain/error/fault.ts";
import type { ExpandedPart } from "../../domain/graph/parts-of.ts";
import type { JsonObject, JsonValue } from "../../domain/json/json-value.ts";
import { linkedOf } from "./read-parts.ts";

type Read = (parts: readonly ExpandedPart[]) => Promise<JsonObject | undefined>;

/**
 * An object with parts that come by `$expand`. When Graph refuses it for one of them, each is asked for alone, so that it
 * costs itself only: what has no way is not in the answer.
 */
export async function readExpanded(read: Read, parts: readonly ExpandedPart[]): Promise<JsonObject | undefined> {
  try {
    return await read(parts);
  } catch (error) {
    const isRefused = error instanceof Fault && error.code === "graph_no_route" && parts.length > 0;
    if (!isRefused) throw error;
  }
  if (parts.length === 1) return read([]);
  const bodies = await Promise.all(parts.map((part) => readExpanded(read, [part])));
  return bodies.every((body) => body !== undefined) ? Object.assign({}, ...bodies) : undefined;
}

/** The query of the contract and `$expand` of the parts. */
export function withExpansion(query: string | undefined, parts: readonly ExpandedPart[]): string | undefined {
  if (parts.length === 0) return query;
  const clauses = parts.map(({ path, query: inner, cast }) => {
    const name = cast === undefined ? path : `${cast}/${path}`;
    return inner === undefined ? name : `${name}(${inner})`;
  });
  const expand = clauses.join(",");
  if (query === undefined) return `$expand=${expand}`;
  return query.startsWith("$expand=") ? `${query},${expand}` : `${query}&$expand=${expand}`;
}

/** The body with each part as a list of what it holds, without the addresses that Graph writes beside them. */
export function withPartsAsLists(body: JsonObject, parts: readonly ExpandedPart[], target: string): JsonObject {
  const lists = parts.flatMap(({ path, isLink }) => {
    const value = body[path];
    if (body[`${path}@odata.nextLink`] !== undefined) {
      throw new Fault("graph_bad_response", "A part that came with its object is not whole.", { target });
    }
    if (value === undefined) return [];
    const items = withoutAddresses(toItems(value, target)) as readonly JsonObject[]; // Objects stay objects.
    return [[path, isLink ? items.flatMap(linkedOf) : items] as const];
  });
  return { ...body, ...Object.fromEntries(lists) };
}

function toItems(value: JsonValue, target: string): readonly JsonObject[] {
  if (value === null) return [];
  const items: readonly JsonValue[] = isList(value) ? value : [value];
  if (items.every(isObject)) return items;
  throw new Fault("graph_bad_response", "A part of Microsoft Graph holds what is no object.", { target });
}

function withoutAddresses(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(withoutAddresses);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([name]) => !/@odata\.(?:context|associationLink|navigationLink)$/.test(name),
  );
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutAddresses(each)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
