import { type Search, takeTexts } from "../parts/address.ts";

const names = ["action", "actor", "target", "from", "to", "open"] as const;

export type AuditSearch = Search<(typeof names)[number]>;

/** What the address of an audit log may say; all else is dropped. */
export function parseAuditSearch(search: Record<string, unknown>): AuditSearch {
  return takeTexts(search, names);
}
