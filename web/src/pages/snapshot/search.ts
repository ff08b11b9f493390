import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["type", "text", "open"] as const;

export type SnapshotSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseSnapshotSearch(search: Record<string, unknown>): SnapshotSearch {
  return takeTexts(search, names);
}
