import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { isIgnored, type ObjectRef } from "../../domain/inventory/ignore.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ListedInventoryObject } from "./list-inventory.ts";

/** One object as it was last observed, and whether it is ignored; undefined when it never was observed. */
export async function readInventoryObject(
  { storesFor, clock }: { readonly storesFor: StoresFor; readonly clock: Clock },
  scope: TenantScope,
  ref: ObjectRef,
): Promise<ListedInventoryObject | undefined> {
  const { inventory } = storesFor(scope);
  const [object, ignore] = await Promise.all([inventory.read(ref.type, ref.id), inventory.ignoreOf(ref)]);
  return object && { ...object, ignored: ignore !== undefined && isIgnored(ignore.value, isoTime(clock.nowMs())) };
}
