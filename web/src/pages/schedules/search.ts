import { type Search, takeTexts } from "../../parts/address.ts";

const names = ["open"] as const;

export type SchedulesSearch = Search<(typeof names)[number]>;

/** What the address of this page may say; all else is dropped. */
export function parseSchedulesSearch(search: Record<string, unknown>): SchedulesSearch {
  return takeTexts(search, names);
}
