import type { InventoryObject, Snapshot } from "../../api/operations.ts";

type Seen = Pick<InventoryObject, "type" | "firstSeenAt" | "lastSeenAt">;

/**
 * The newest of these snapshots (newest first) that may hold an object: of its type, and begun before it was seen last and
 * sealed after it was seen first. Older snapshots do not say which types they are of; those may hold it too.
 */
export function newestSnapshotOf(object: Seen, snapshots: readonly Snapshot[]): Snapshot | undefined {
  return snapshots.find(
    ({ types, createdAt, sealedAt }) =>
      (types.length === 0 || types.includes(object.type)) &&
      Date.parse(createdAt) <= Date.parse(object.lastSeenAt) &&
      Date.parse(sealedAt) >= Date.parse(object.firstSeenAt),
  );
}
