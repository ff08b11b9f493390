import type { InventoryFilter } from "./repository.ts";

/** What is asked of the inventory. What is asked of its edges is asked of present objects. */
export type InventoryQuestion = Pick<
  InventoryFilter,
  "type" | "state" | "text" | "uses" | "isUnassigned" | "changedSince"
> & {
  /** A group's id, or everybody. */
  readonly assignedTo?: string;
  readonly hasBrokenTarget?: true;
  /** Ignored objects too, or alone; left out, they are not among the answers to what is asked of edges. */
  readonly ignored?: "true" | "only";
};
