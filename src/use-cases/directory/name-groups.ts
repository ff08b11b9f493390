import type { Group } from "../../domain/directory/group.ts";
import type { KnownName } from "../../domain/directory/known-name.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

type Deps = { readonly storesFor: StoresFor };

/** Groups with the age of the cache: up to when everything is known, null while nothing was read whole. */
export type AgedGroups = Page<KnownName> & { readonly asOf: string | null };

/** A page of the groups in the directory cache, by name. */
export async function listGroups(
  { storesFor }: Deps,
  scope: TenantScope,
  filter: { readonly text?: string },
  page: PageRequest,
): Promise<AgedGroups> {
  const { directory } = storesFor(scope);
  const [{ items, nextPage }, state] = await Promise.all([directory.list(filter, page), directory.state()]);
  return { items: items.map(fromDirectory), nextPage, asOf: state?.asOf ?? null };
}

/**
 * The names of some groups: from the directory cache, and else from what runs observed. An id that neither knows is not in
 * the answer; nobody is asked for it (P6.11, S7).
 */
export async function nameGroups({ storesFor }: Deps, scope: TenantScope, ids: readonly string[]): Promise<AgedGroups> {
  const { directory, inventory } = storesFor(scope);
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const [cached, state] = await Promise.all([directory.groupsOf(wanted), directory.state()]);
  const others = wanted.filter((id) => !cached.has(id));
  const observed = await Promise.all(others.map((id) => inventory.read("group", id)));
  const named = [
    ...[...cached.values()].map(({ group }) => fromDirectory(group)),
    ...observed.flatMap((object) => (object ? [fromInventory(object)] : [])),
  ];
  return { items: named.toSorted((a, b) => (a.name < b.name ? -1 : 1)), nextPage: null, asOf: state?.asOf ?? null };
}

function fromDirectory({ ruleHash: _rule, ...group }: Group): KnownName {
  return { ...group, source: "directory" };
}

function fromInventory({ id, name, state, lastSeenAt }: InventoryObject): KnownName {
  return {
    id,
    name,
    description: null,
    kind: null,
    isDynamic: null,
    isRoleAssignable: null,
    isOnPremises: null,
    deletedAt: state === "missing" ? lastSeenAt : null,
    source: "inventory",
  };
}
