import { type Search, takeTexts } from "../../parts/address.ts";
import type { AuditSearch } from "../audit-filters.ts";

const names = ["action", "actor", "target", "from", "to", "open"] as const;

/** What the address of this page may say; all else is dropped. */
export function parseAuditSearch(search: Record<string, unknown>): AuditSearch & Search<"open"> {
  return takeTexts(search, names);
}
