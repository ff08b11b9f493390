import { inventorySide, type SideId } from "../../api/comparison.ts";
import type { Snapshot } from "../../api/operations.ts";
import { useSnapshot, useSnapshots } from "../../api/snapshot.ts";
import type { List } from "../../api/use-list.ts";
import { newest, parseSide, previous } from "./side-text.ts";

/** A side of the comparison as far as it is known. */
export type Side = {
  readonly tenantId: string;
  /** A snapshot's id or `inventory`; undefined while it is not known, or where there is none. */
  readonly id: string | undefined;
  /** Undefined of the inventory, and until it was answered. */
  readonly snapshot: Snapshot | undefined;
  /** Why the snapshot that was asked for is not shown. */
  readonly error: Error | null;
  /** The snapshots of its tenant, the newest first. */
  readonly list: List<Snapshot>;
};

/** The side that an address names; `text` is undefined where it names none. */
export function useSide(text: string | undefined, which: "left" | "right", tenantId: string): Side {
  const asked = text === undefined ? undefined : parseSide(text, tenantId);
  const owner = asked?.tenantId ?? tenantId;
  const list = useSnapshots(owner, {});
  const id = idOf(asked, which, list);
  const listed = list.items.find((snapshot) => snapshot.id === id);
  const isUnlisted = id !== undefined && id !== inventorySide && list.first !== undefined && listed === undefined;
  const query = useSnapshot(owner, isUnlisted ? id : undefined);
  return { tenantId: owner, id, snapshot: listed ?? query.data, error: query.error, list };
}

/** Without a word in the address: the newest against the one before it; a single snapshot against the inventory. */
function idOf(asked: SideId | undefined, which: "left" | "right", { first, items }: List<Snapshot>) {
  const [last, beforeLast] = items;
  if (asked?.id === newest) return last?.id;
  if (asked?.id === previous) return beforeLast?.id;
  if (asked) return asked.id;
  if (first === undefined || last === undefined) return undefined;
  if (which === "left") return (beforeLast ?? last).id;
  return beforeLast ? last.id : inventorySide;
}
