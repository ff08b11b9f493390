import type { Collection } from "../collection.ts";
import { type Entity, isEntity } from "../entity.ts";
import { notFound } from "../graph-error.ts";
import type { Order } from "../query/parse-order.ts";
import type { StoredObject } from "../store/make-store.ts";
import type { GraphRequest } from "../wire/graph-request.ts";
import type { Call } from "./call.ts";

/** One object, as it is stored. */
export function findItem(call: Call, collection: Collection, id: string): Entity {
  const { store, request, lateCreates } = call;
  const { tenantId } = request;
  for (const row of rowsOf(call, collection)) {
    const found = store.find({ tenantId, collection: row.path }, id);
    if (found && isShown(request, row, found) && !lateCreates.isLate(tenantId, row, id))
      return asMember(collection, row, found);
  }
  throw notFound(collection.serviceGroup, id);
}

/** The objects of a list from after a position, in the order that they were put, or in another. */
export function itemsAfter(
  call: Call,
  collection: Collection,
  order: Order | undefined,
): (position: number) => Iterable<StoredObject> {
  if (!order) return (position) => shownAfter(call, collection, position);
  const bodies = Array.from(shownAfter(call, collection, 0), ({ body }) => body).toSorted(order);
  return (position) => bodies.slice(position).map((body, index) => ({ position: position + index + 1, body }));
}

// More than a collection holds: positions of the next one begin there.
const positionsOfOne = 1e9;

function* shownAfter(call: Call, collection: Collection, position: number): Generator<StoredObject> {
  const { store, request, fault, lateCreates } = call;
  const { tenantId } = request;
  for (const [index, row] of rowsOf(call, collection).entries()) {
    const start = index * positionsOfOne;
    const from = Math.max(0, position - start);
    for (const each of store.objectsAfter({ tenantId, collection: row.path }, from, fault === "stale_page")) {
      if (!isShown(request, row, each.body) || lateCreates.isLate(tenantId, row, String(each.body["id"]))) continue;
      yield { position: start + each.position, body: asMember(collection, row, each.body) };
    }
  }
}

/** The collection itself, or those that it is one list over. */
function rowsOf({ rows }: Call, collection: Collection): readonly Collection[] {
  const { unionOf } = collection;
  return unionOf === undefined ? [collection] : rows.filter(({ path }) => unionOf.includes(path));
}

/** Among objects of several kinds each says its own. */
function asMember(collection: Collection, row: Collection, entity: Entity): Entity {
  return collection === row ? entity : { "@odata.type": `#microsoft.graph.${row.entityType}`, ...entity };
}

/** Whether a version of Graph shows an object: v1.0 leaves out what uses preview features. */
function isShown({ version }: Pick<GraphRequest, "version">, { betaOnly = [] }: Collection, entity: Entity): boolean {
  if (version === "beta") return true;
  return !betaOnly.some((mark) =>
    "kind" in mark ? entity["@odata.type"] === `#microsoft.graph.${mark.kind}` : valueAt(entity, mark.path) != null,
  );
}

function valueAt(entity: Entity, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (isEntity(value) ? value[name] : undefined), entity);
}
