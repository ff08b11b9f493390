import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["type", "state", "text", "open"] as const;

export type InventorySearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseInventorySearch(search: Record<string, unknown>): InventorySearch {
  return takeTexts(search, names);
}
