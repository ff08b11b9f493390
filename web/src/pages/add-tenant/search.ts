import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["tenant"] as const;

export type AddTenantSearch = Search<(typeof names)[number]>;

/** What the address of this page may say: the tenant that was added, whose consent is open; all else is dropped. */
export function parseAddTenantSearch(search: Record<string, unknown>): AddTenantSearch {
  return takeTexts(search, names);
}
