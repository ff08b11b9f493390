import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["groupId", "ignored"] as const;

export type GroupAssignmentsSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseGroupAssignmentsSearch(search: Record<string, unknown>): GroupAssignmentsSearch {
  return takeTexts(search, names);
}
