import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { invalidPage } from "../../domain/paging/invalid-page.ts";
import { compareEntries } from "../../domain/snapshot/entry.ts";
import { parsePositionToken, toPositionToken } from "../paging/position-token.ts";

/** Where a row stands: rows come by type and id, and of one id of two tenants that on the left comes first. */
export type RowPosition = { readonly type: string; readonly id: string; readonly isOnRightAlone: boolean };

export function positionOf({ type, id, leftHash }: ObjectRow): RowPosition {
  return { type, id, isOnRightAlone: leftHash === null };
}

export function comparePositions(a: RowPosition, b: RowPosition): number {
  return compareEntries(a, b) || Number(a.isOnRightAlone) - Number(b.isOnRightAlone);
}

/** Names the last row of a page, after which the next begins. */
export function toRowPage({ type, id, isOnRightAlone }: RowPosition): string {
  return toPositionToken([type, id, isOnRightAlone]);
}

export function parseRowPage(page: string): RowPosition {
  const [type, id, isOnRightAlone] = parsePositionToken(page);
  if (typeof type === "string" && typeof id === "string" && typeof isOnRightAlone === "boolean")
    return { type, id, isOnRightAlone };
  throw invalidPage();
}
