import { listAssignments } from "../use-cases/assignment/list-assignments.ts";
import { changeIgnore } from "../use-cases/inventory/change-ignore.ts";
import { countInventory, listInventory, listWholeInventory } from "../use-cases/inventory/list-inventory.ts";
import { readInventoryObject } from "../use-cases/inventory/read-inventory-object.ts";
import type { Base } from "./base.ts";
import type { Verb } from "./verb.ts";

type InventoryVerbs = {
  readonly listInventory: Verb<typeof listInventory>;
  readonly countInventory: Verb<typeof countInventory>;
  readonly listWholeInventory: Verb<typeof listWholeInventory>;
  readonly readInventoryObject: Verb<typeof readInventoryObject>;
  readonly changeIgnore: Verb<typeof changeIgnore>;
  readonly listAssignments: Verb<typeof listAssignments>;
};

/** What is asked of the inventory, and what people say of its objects. */
export function makeInventoryVerbs(base: Base): InventoryVerbs {
  return {
    listInventory: (...rest) => listInventory(base, ...rest),
    countInventory: (...rest) => countInventory(base, ...rest),
    listWholeInventory: (...rest) => listWholeInventory(base, ...rest),
    readInventoryObject: (...rest) => readInventoryObject(base, ...rest),
    changeIgnore: (...rest) => changeIgnore(base, ...rest),
    listAssignments: (...rest) => listAssignments(base, ...rest),
  };
}
