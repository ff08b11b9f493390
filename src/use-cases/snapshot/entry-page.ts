import { invalidPage } from "../../domain/paging/invalid-page.ts";
import type { Entry } from "../../domain/snapshot/entry.ts";
import { parsePositionToken, toPositionToken } from "../paging/position-token.ts";

type Position = Pick<Entry, "type" | "id">;

/** Names the last object of a page, after which the next begins. */
export function toEntryPage({ type, id }: Position): string {
  return toPositionToken([type, id]);
}

export function parseEntryPage(page: string): Position {
  const [type, id] = parsePositionToken(page);
  if (typeof type === "string" && typeof id === "string") return { type, id };
  throw invalidPage();
}
