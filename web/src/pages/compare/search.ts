import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["left", "right", "type", "change", "area", "text", "open", "other"] as const;

export type CompareSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseCompareSearch(search: Record<string, unknown>): CompareSearch {
  return takeTexts(search, names);
}
