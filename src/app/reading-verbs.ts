import type { Base } from "./base.ts";
import { makeComparisonVerbs } from "./comparison-verbs.ts";
import { makeInventoryVerbs } from "./inventory-verbs.ts";
import { makeVersionVerbs } from "./version-verbs.ts";

/** What is asked of what runs left behind: the inventory, differences of snapshots, histories of objects. */
export function makeReadingVerbs(base: Base) {
  return { ...makeInventoryVerbs(base), ...makeComparisonVerbs(base), ...makeVersionVerbs(base) };
}
