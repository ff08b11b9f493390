import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { type Ignore, isIgnored, type ObjectRef } from "../../domain/inventory/ignore.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ListedInventoryObject } from "./list-inventory.ts";

/** An object, and why, until when and by whom it is ignored; null where it is not. */
type ReadInventoryObject = ListedInventoryObject & { readonly ignore: Ignore | null };

/** One object as it was last observed, and whether it is ignored; undefined when it never was observed. */
export async function readInventoryObject(
  { storesFor, clock }: { readonly storesFor: StoresFor; readonly clock: Clock },
  scope: TenantScope,
  ref: ObjectRef,
): Promise<ReadInventoryObject | undefined> {
  const { inventory } = storesFor(scope);
  const [object, known] = await Promise.all([inventory.read(ref.type, ref.id), inventory.ignoreOf(ref)]);
  const ignore = known && isIgnored(known.value, isoTime(clock.nowMs())) ? known.value : null;
  return object && { ...object, ignored: ignore !== null, ignore };
}
