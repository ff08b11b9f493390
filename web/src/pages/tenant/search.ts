import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["tab"] as const;

export type TenantSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseTenantSearch(search: Record<string, unknown>): TenantSearch {
  return takeTexts(search, names);
}
