import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["tab"] as const;

export type ObjectSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseObjectSearch(search: Record<string, unknown>): ObjectSearch {
  return takeTexts(search, names);
}
