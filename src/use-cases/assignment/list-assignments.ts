import type { Clock } from "../../domain/clock/clock.ts";
import type { AssignmentTarget } from "../../domain/graph/edge.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { InventoryFilter } from "../../domain/inventory/repository.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type AgedGroups, nameGroups } from "../directory/name-groups.ts";
import { ignoredObjects } from "../inventory/list-inventory.ts";

type Deps = { readonly storesFor: StoresFor; readonly clock: Clock };

/** An assignment that concerns a group, with the name of its filter; null where none is known. */
export type NamedTarget = AssignmentTarget & { readonly filterName: string | null };

/** An object, and whether it reaches a group: an exclusion wins over everything else that the object says. */
export type GroupAssignment = Pick<InventoryObject, "type" | "id" | "name" | "platform"> & {
  readonly reach: "included" | "excluded" | "everyone";
  readonly targets: readonly NamedTarget[];
};

export type GroupAssignments = Page<GroupAssignment> & {
  /** Null where nobody knows the group. */
  readonly group: AgedGroups["items"][number] | null;
  readonly asOf: string | null;
};

/**
 * What reaches a group: objects that include or exclude it, and those for all users or all devices. Filters are named, not
 * evaluated. Groups inside of groups are not known here: the directory cache holds no members.
 */
export async function listAssignments(
  deps: Deps,
  scope: TenantScope,
  { groupId, withIgnored }: { readonly groupId: string; readonly withIgnored: boolean },
  page: PageRequest,
): Promise<GroupAssignments> {
  const { inventory } = deps.storesFor(scope);
  const id = groupId.toLowerCase();
  const without = withIgnored ? [] : await ignoredObjects(deps, scope);
  const wanted = [{ groupId: id }, { target: "allUsers" }, { target: "allDevices" }] as const;
  const filter: InventoryFilter = { state: "present", targets: [wanted], without };
  const [objects, named] = await Promise.all([inventory.list(filter, page), nameGroups(deps, scope, [id])]);
  const nameOf = await filterNames(deps, scope, objects.items);
  return {
    items: objects.items.map((object) => toAssignment(object, id, nameOf)),
    nextPage: objects.nextPage,
    group: named.items[0] ?? null,
    asOf: named.asOf,
  };
}

type NameOf = (filterId: string | null) => string | null;

function toAssignment({ type, id, name, platform, targets }: InventoryObject, groupId: string, nameOf: NameOf) {
  const concerned = (targets ?? []).filter((each) => each.groupId === groupId || isForEveryone(each));
  const own = concerned.filter((each) => each.groupId === groupId);
  const isExcluded = own.some(({ mode }) => mode === "exclude");
  const reach: GroupAssignment["reach"] = isExcluded ? "excluded" : own.length > 0 ? "included" : "everyone";
  const named = concerned.map((each) => ({ ...each, filterName: nameOf(each.filterId) }));
  return { type, id, name, platform, reach, targets: named };
}

function isForEveryone({ target }: AssignmentTarget): boolean {
  return target === "allUsers" || target === "allDevices";
}

async function filterNames(
  { storesFor }: Deps,
  scope: TenantScope,
  objects: readonly InventoryObject[],
): Promise<NameOf> {
  const ids = new Set(objects.flatMap(({ targets }) => (targets ?? []).flatMap(({ filterId }) => filterId ?? [])));
  if (ids.size === 0) return () => null;
  const known = (await storesFor(scope).inventory.knownOf(["assignmentFilter"])).get("assignmentFilter");
  return (id) => (id === null ? null : (known?.get(id)?.object.name ?? null));
}
