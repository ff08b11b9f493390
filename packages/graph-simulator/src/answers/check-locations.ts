import type { Collection } from "../collection.ts";
import { type Entity, isEntity } from "../entity.ts";
import { badRequest } from "../graph-error.ts";
import type { Call } from "./call.ts";

const policies = "/identity/conditionalAccess/policies";
const locations = "/identity/conditionalAccess/namedLocations";
// Words in place of ids: https://learn.microsoft.com/graph/api/resources/conditionalaccesslocations
const words = new Set(["All", "AllTrusted"]);

/** A policy of conditional access names only locations that Graph knows, and one that was just created it does not know yet. */
export function checkLocations(call: Call, { path: written }: Collection, policy: Entity): void {
  if (written !== policies) return;
  const { store, request, rows, lateCreates } = call;
  const row = rows.find(({ path }) => path === locations);
  const { tenantId } = request;
  const unknown = namedBy(policy).find(
    (id) => !store.find({ tenantId, collection: locations }, id) || (row && lateCreates.isLate(tenantId, row, id)),
  );
  if (unknown === undefined) return;
  throw badRequest(`1040: NetworkNamedLocation with id ${unknown} does not exist in the directory.`);
}

function namedBy({ conditions }: Entity): string[] {
  const { includeLocations, excludeLocations } = childOf(childOf({ conditions }, "conditions"), "locations");
  const given: unknown[] = [includeLocations, excludeLocations].flat();
  return given.filter((each): each is string => typeof each === "string" && !words.has(each));
}

function childOf(entity: Entity, name: string): Entity {
  const child = entity[name];
  return isEntity(child) ? child : {};
}
