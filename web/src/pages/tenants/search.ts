import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["text", "state", "promise", "label"] as const;

export type TenantsSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseTenantsSearch(search: Record<string, unknown>): TenantsSearch {
  return takeTexts(search, names);
}
