import { Fault } from "../../domain/error/fault.ts";
import type { ExpandedRelation } from "../../domain/graph/relations-of.ts";
import { isList, isObject } from "../../domain/json/is-object.ts";
import type { JsonObject, JsonValue } from "../../domain/json/json-value.ts";
import { linkedOf } from "./read-relations.ts";

type Read = (relations: readonly ExpandedRelation[]) => Promise<JsonObject | undefined>;

/**
 * An object with relations that come by `$expand`. When Graph refuses it for one of them, each is requested alone, so that it
 * costs itself only: what has no way is not in the answer.
 */
export async function readExpanded(
  read: Read,
  relations: readonly ExpandedRelation[],
): Promise<JsonObject | undefined> {
  try {
    return await read(relations);
  } catch (error) {
    const isRefused = error instanceof Fault && error.code === "graph_no_route" && relations.length > 0;
    if (!isRefused) throw error;
  }
  if (relations.length === 1) return read([]);
  const bodies = await Promise.all(relations.map((relation) => readExpanded(read, [relation])));
  return bodies.every((body) => body !== undefined) ? Object.assign({}, ...bodies) : undefined;
}

/** The query of the contract and `$expand` of the relations. */
export function withExpansion(query: string | undefined, relations: readonly ExpandedRelation[]): string | undefined {
  if (relations.length === 0) return query;
  const clauses = relations.map(({ path, query: inner, cast }) => {
    const name = cast === undefined ? path : `${cast}/${path}`;
    return inner === undefined ? name : `${name}(${inner})`;
  });
  const expand = clauses.join(",");
  if (query === undefined) return `$expand=${expand}`;
  return query.startsWith("$expand=") ? `${query},${expand}` : `${query}&$expand=${expand}`;
}

/** The body with each relation as a list of what it holds, without the addresses that Graph writes beside them. */
export function withRelationsAsLists(
  body: JsonObject,
  relations: readonly ExpandedRelation[],
  target: string,
): JsonObject {
  const lists = relations.flatMap(({ path, isLink }) => {
    const value = body[path];
    if (body[`${path}@odata.nextLink`] !== undefined) {
      throw new Fault("graph_bad_response", "A relation that came with its object is not whole.", { target });
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
  throw new Fault("graph_bad_response", "A relation of Microsoft Graph holds what is no object.", { target });
}

function withoutAddresses(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(withoutAddresses);
  if (!isObject(value)) return value;
  const remaining = Object.entries(value).filter(
    ([name]) => !/@odata\.(?:context|associationLink|navigationLink)$/.test(name),
  );
  return Object.fromEntries(remaining.map(([name, each]) => [name, withoutAddresses(each)]));
}
