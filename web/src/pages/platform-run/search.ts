import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["state"] as const;

export type PlatformRunSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parsePlatformRunSearch(search: Record<string, unknown>): PlatformRunSearch {
  return takeTexts(search, names);
}
