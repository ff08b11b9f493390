import type { JSONValue, SqlParameter } from "@azure/cosmos";
import { type AssignmentTarget, edgeIdOf, isGuid } from "../../domain/graph/edge.ts";
import type { ObjectRef } from "../../domain/inventory/ignore.ts";
import type { InventoryFilter } from "../../domain/inventory/repository.ts";
import { inventoryDocumentId } from "./inventory-document.ts";

/** A condition of a query; `add` makes a parameter of a value and answers its name. */
type Condition = (add: (value: JSONValue) => string) => string;

/** The condition of a query for objects of the inventory. Values are always parameters: no query is built from caller text. */
export function objectsThatFit(filter: InventoryFilter): { where: string; parameters: SqlParameter[] } {
  const parameters: SqlParameter[] = [];
  const add = (value: JSONValue): string => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value });
    return name;
  };
  const conditions = conditionsOf(filter).map((condition) => condition(add));
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "", parameters };
}

function conditionsOf(filter: InventoryFilter): Condition[] {
  const { type, state, text, uses, targets = [], isUnassigned, changedSince, only, without = [] } = filter;
  const conditions: (Condition | undefined)[] = [
    type === undefined ? undefined : (add) => `c.type = ${add(type)}`,
    state === undefined ? undefined : (add) => `c.state = ${add(state)}`,
    text === undefined ? undefined : (add) => `CONTAINS(c.name, ${add(text)}, true)`,
    uses && ((add) => `ARRAY_CONTAINS(c.edges, ${add(edgeTo(uses))}, true)`),
    ...targets.map((each) => toCondition(each)),
    isUnassigned && ((add) => `c.isAssigned = ${add(false)}`),
    changedSince === undefined ? undefined : (add) => `c.observedChangeAt >= ${add(changedSince)}`,
    only && ((add) => anyOf(documentsOf(only, add))),
    without.length === 0 ? undefined : (add) => `NOT ${anyOf(documentsOf(without, add))}`,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

function toCondition(targets: readonly Partial<AssignmentTarget>[]): Condition {
  return (add) => anyOf(targets.map((target) => `ARRAY_CONTAINS(c.targets, ${add({ ...target })}, true)`));
}

/** An object is named by a kind that may stand for many types, but a guid is its own alone. */
function edgeTo({ type, id }: ObjectRef): { [name: string]: string } {
  return isGuid(id) ? { id: edgeIdOf(id) } : { to: type, id };
}

function documentsOf(refs: readonly ObjectRef[], add: (value: JSONValue) => string): string[] {
  return refs.map(({ type, id }) => `c.id = ${add(inventoryDocumentId(type, id))}`);
}

/** Nothing fits none. */
function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "false" : `(${conditions.join(" OR ")})`;
}
