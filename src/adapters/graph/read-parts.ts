import type { ContractChild, ContractLink } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { toGraphFault } from "./graph-error.ts";
import { withQuery } from "./listing-urls.ts";
import { idOf, parseObject } from "./object-body.ts";
import { readAll, type Walk } from "./paging.ts";
import { unlessNotFound } from "./unless-not-found.ts";

type Place = Pick<Walk, "reader" | "target" | "signal">;

/** A whole child collection, with the one below each child where there is one. */
export async function readChildren(
  place: Place,
  { query, nested }: ContractChild,
  { url }: Pick<Walk, "url">,
): Promise<JsonObject[]> {
  const items = await readAll({ ...place, url: withQuery(url, query), kind: "part" });
  if (!nested) return items;
  return Promise.all(
    items.map(async (item) => {
      const below = `${url}/${encodeURIComponent(idOf(item, place.target))}/${nested.path}`;
      return { ...item, [nested.path]: await readAll({ ...place, url: withQuery(below, nested.query), kind: "part" }) };
    }),
  );
}

/** What an object refers to, named and never copied: the other object's own type holds it. */
export async function readLinks(
  place: Place,
  { isMany }: ContractLink,
  { url }: Pick<Walk, "url">,
): Promise<JsonObject[]> {
  if (isMany) return (await readAll({ ...place, url, kind: "part" })).map(toLinked);
  const linked = await unlessNotFound(async () => {
    const answer = await place.reader.get(url, "part", place.signal);
    // OData's answer for a reference that is null; 404 says the same.
    if (answer.status === 204) return [];
    if (answer.status !== 200) throw toGraphFault(answer, place.target);
    return [toLinked(parseObject(answer.body, place.target))];
  });
  return linked ?? [];
}

function toLinked({ "@odata.type": odataType = null, id = null, displayName = null }: JsonObject): JsonObject {
  return { "@odata.type": odataType, id, displayName };
}
