import type { ContractChild, ContractLink } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { toGraphFault } from "./graph-error.ts";
import { withQuery } from "./listing-urls.ts";
import { idOf, parseObject } from "./object-body.ts";
import { type PagedRead, readAll } from "./paging.ts";
import { unlessNotFound } from "./unless-not-found.ts";

export type ObjectLocation = Omit<PagedRead, "kind">;

/** A whole child collection, with the one below each child where there is one. */
export async function readChildren(location: ObjectLocation, { query, nested }: ContractChild): Promise<JsonObject[]> {
  const { url } = location;
  const items = await readAll({ ...location, url: withQuery(url, query), kind: "relation" });
  if (!nested) return items;
  return Promise.all(
    items.map(async (item) => {
      const below = `${url}/${encodeURIComponent(idOf(item, location.target))}/${nested.path}`;
      return {
        ...item,
        [nested.path]: await readAll({ ...location, url: withQuery(below, nested.query), kind: "relation" }),
      };
    }),
  );
}

/** What an object refers to, named and never copied: the other object's own type holds it. */
export async function readLinks(location: ObjectLocation, { isMany }: ContractLink): Promise<JsonObject[]> {
  if (isMany) return (await readAll({ ...location, kind: "relation" })).map(toLinked);
  const linked = await unlessNotFound(async () => {
    const answer = await location.reader.get(location.url, "relation", location.signal);
    // OData's answer for a reference that is null; 404 says the same.
    if (answer.status === 204) return [];
    if (answer.status !== 200) throw toGraphFault(answer, location.target);
    return linkedOf(parseObject(answer.body, location.target));
  });
  return linked ?? [];
}

/** Graph is not on record with what it answers for a reference that is not set: an object without an id is none. */
export function linkedOf(object: JsonObject): JsonObject[] {
  return typeof object["id"] === "string" ? [toLinked(object)] : [];
}

export function toLinked({ "@odata.type": odataType = null, id = null, displayName = null }: JsonObject): JsonObject {
  return { "@odata.type": odataType, id, displayName };
}
