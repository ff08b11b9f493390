import type { AssignmentTarget } from "../../domain/graph/edge.ts";
import { listedAt } from "../../domain/inventory/listing.ts";
import type { AssignedObject } from "../../domain/inventory/repository.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { chunksOf } from "../../domain/work/chunks-of.ts";

type Stores = Pick<TenantStores, "inventory" | "directory">;

// Ids that one query of the directory takes.
const idsAtOnce = 500;
// Conditions that one query of the inventory takes.
const mostBroken = 200;

/** Whether an id is gone: known to be, or absent from a reading that is complete up to a time. */
type Gone = (id: string, observedAt: string) => boolean;

/**
 * Targets that reach nothing: a group that was deleted, a filter that does not exist. On positive evidence only: what
 * stands in no complete reading since the assignment was observed is gone, and what was never read is not.
 */
export async function brokenTargets(stores: Stores): Promise<Partial<AssignmentTarget>[]> {
  const assigned = await stores.inventory.assigned();
  const [isGroupGone, isFilterGone] = await Promise.all([goneGroups(stores, assigned), goneFilters(stores)]);
  const groupIds = idsThat(assigned, isGroupGone, ({ target, groupId }) => (target === "group" ? groupId : null));
  const filterIds = idsThat(assigned, isFilterGone, ({ filterId }) => filterId);
  return [...groupIds.map((groupId) => ({ groupId })), ...filterIds.map((filterId) => ({ filterId }))].slice(
    0,
    mostBroken,
  );
}

type IdOf = (target: AssignmentTarget) => string | null;

function idsThat(assigned: readonly AssignedObject[], isGone: Gone, idOf: IdOf): string[] {
  const found = assigned.flatMap(({ targets, observedAt }) =>
    targets.flatMap((target) => {
      const id = idOf(target);
      return id !== null && isGone(id, observedAt) ? [id] : [];
    }),
  );
  return [...new Set(found)];
}

async function goneGroups({ inventory, directory }: Stores, assigned: readonly AssignedObject[]): Promise<Gone> {
  const ids = new Set(assigned.flatMap(({ targets }) => targets.flatMap(({ groupId }) => groupId ?? [])));
  const [state, known, ...cached] = await Promise.all([
    directory.state(),
    inventory.knownOf(["group"]),
    ...chunksOf([...ids], idsAtOnce).map((chunk) => directory.groupsOf(chunk)),
  ]);
  const groups = new Map(cached.flatMap((each) => [...each]));
  return (id, observedAt) => {
    const group = groups.get(id);
    if (group) return group.isDeleted;
    const observed = known.get("group")?.get(id)?.object.state;
    return observed ? observed === "missing" : state !== undefined && state.asOf >= observedAt;
  };
}

const filterType = "assignmentFilter";

async function goneFilters({ inventory }: Stores): Promise<Gone> {
  const [known, listing] = await Promise.all([inventory.knownOf([filterType]), inventory.listing()]);
  const listed = listedAt(listing, filterType);
  return (id, observedAt) => {
    const state = known.get(filterType)?.get(id)?.object.state;
    return state ? state === "missing" : listed !== null && listed >= observedAt;
  };
}
