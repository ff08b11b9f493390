import type { ObjectRow } from "../../domain/comparison/object-row.ts";
import { Fault } from "../../domain/error/fault.ts";
import { compareEntries } from "../../domain/snapshot/entry.ts";

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
  return Buffer.from(JSON.stringify([type, id, isOnRightAlone]), "utf8").toString("base64url");
}

export function parseRowPage(page: string): RowPosition {
  try {
    const [type, id, isOnRightAlone]: unknown[] = JSON.parse(Buffer.from(page, "base64url").toString("utf8"));
    if (typeof type === "string" && typeof id === "string" && typeof isOnRightAlone === "boolean")
      return { type, id, isOnRightAlone };
  } catch {
    // Not JSON: the same answer as for JSON of another form.
  }
  throw new Fault("invalid_request", "page must be the nextPage of the answer before.", { target: "page" });
}
