import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["status", "outcome", "type", "from", "to", "text", "open"] as const;

export type PlatformRunsSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parsePlatformRunsSearch(search: Record<string, unknown>): PlatformRunsSearch {
  return takeTexts(search, names);
}
