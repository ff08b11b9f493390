import { equalByHashes, type Reading } from "../../domain/comparison/equality.ts";
import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { ObservedObject } from "../../domain/graph/observed-object.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { refKey } from "../../domain/version/object-version.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { toldSince } from "./told-since.ts";

type ObservedDeps = {
  readonly stores: Pick<TenantStores, "versions" | "blobs">;
  readonly contract: ObjectTypeContract;
};

/**
 * Since when (ISO 8601 UTC) an object is another than its newest version says, whose content nobody captured; null where
 * it is not, or has no version to be another than. Stores are asked only where it is not as the inventory knows it.
 */
export async function observedChangeAt(
  { stores, contract }: ObservedDeps,
  { type, id, payload, readAt }: Pick<ObservedObject, "type" | "id" | "payload" | "readAt">,
  now: Reading,
  known: InventoryObject | undefined,
): Promise<string | null> {
  if (!known) return null;
  if (isAsKnown(known, now)) return known.observedChangeAt;
  const [newest] = await stores.versions.newestOf([{ type, objectId: id }]);
  if (!newest) return null;
  const told = await toldSince(stores.blobs, contract, newest, now, async () => payload);
  return told?.length === 0 ? null : (known.observedChangeAt ?? readAt);
}

/** What a snapshot notes: what it reads otherwise than the inventory knows it is captured, and so is told no more. */
export function capturedChangeAt(now: Reading, known: InventoryObject | undefined): string | null {
  return known && isAsKnown(known, now) ? known.observedChangeAt : null;
}

function isAsKnown(known: InventoryObject, now: Reading): boolean {
  const { configurationHash, formId } = known;
  return known.state === "present" && equalByHashes({ configurationHash, formId }, now) === "equal";
}

const writesAtOnce = 16;

/** Takes the mark from objects whose newest version is as the inventory has them. Repeated, it finds those left behind. */
export async function coverChanges({
  inventory,
  versions,
}: Pick<TenantStores, "inventory" | "versions">): Promise<void> {
  const marked = await inventory.observedChanges();
  const newest = await versions.newestOf(marked.map(({ object: { type, id } }) => ({ type, objectId: id })));
  const versionOf = new Map(newest.map((each) => [refKey(each), each]));
  const covered = marked.filter(({ object: { type, id, configurationHash, formId } }) => {
    const version = versionOf.get(refKey({ type, objectId: id }));
    const reading = { configurationHash: version?.configurationHash ?? "", formId: version?.formId };
    return equalByHashes({ configurationHash, formId }, reading) === "equal";
  });
  await mapAtOnce(covered, writesAtOnce, (each) => inventory.coverChange(each));
}
