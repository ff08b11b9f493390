import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["state", "from", "to", "open"] as const;

export type SnapshotsSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseSnapshotsSearch(search: Record<string, unknown>): SnapshotsSearch {
  return takeTexts(search, names);
}
