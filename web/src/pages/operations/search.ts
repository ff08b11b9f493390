import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["status", "outcome", "type", "initiator", "from", "to", "text", "open"] as const;

export type OperationsSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseOperationsSearch(search: Record<string, unknown>): OperationsSearch {
  return takeTexts(search, names);
}
