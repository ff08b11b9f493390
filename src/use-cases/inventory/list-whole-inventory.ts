import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { InventoryFilter } from "../../domain/inventory/repository.ts";
import { allPages, mostRows } from "../../domain/paging/all-pages.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** Objects of a tenant that fit the filter, by type and id, at most 10,000. */
export function listWholeInventory(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
  filter: InventoryFilter,
): Promise<InventoryObject[]> {
  const { inventory } = storesFor(scope);
  return allPages((page) => inventory.list(filter, page), mostRows);
}
