import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { AssignmentTarget } from "../../domain/graph/edge.ts";
import { type Ignore, isIgnored, type ObjectRef, refText } from "../../domain/inventory/ignore.ts";
import type { InventoryObject } from "../../domain/inventory/inventory-object.ts";
import type { InventoryQuestion } from "../../domain/inventory/inventory-question.ts";
import type { InventoryFilter } from "../../domain/inventory/repository.ts";
import { allPages, mostRows } from "../../domain/paging/all-pages.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { brokenTargets } from "./broken-targets.ts";

type Deps = { readonly storesFor: StoresFor; readonly clock: Clock };

/** An object as it was last observed, and whether it is ignored. */
export type ListedInventoryObject = InventoryObject & { readonly ignored: boolean };

/** A page of the inventory by type and id. */
export async function listInventory(
  deps: Deps,
  scope: TenantScope,
  question: InventoryQuestion,
  page: PageRequest,
): Promise<Page<ListedInventoryObject>> {
  return (await pagesOf(deps, scope, question))(page);
}

/** How many objects fit. */
export async function countInventory(deps: Deps, scope: TenantScope, question: InventoryQuestion): Promise<number> {
  const filter = await toFilter(deps, scope, question, await ignoredObjects(deps, scope));
  return deps.storesFor(scope).inventory.count(filter);
}

/** All that fit, at most 10,000. */
export async function listWholeInventory(
  deps: Deps,
  scope: TenantScope,
  question: InventoryQuestion,
): Promise<ListedInventoryObject[]> {
  return allPages(await pagesOf(deps, scope, question), mostRows);
}

/** The pages that answer a question: what it takes to ask is looked up once for all of them. */
async function pagesOf(deps: Deps, scope: TenantScope, question: InventoryQuestion) {
  const ignored = await ignoredObjects(deps, scope);
  const filter = await toFilter(deps, scope, question, ignored);
  const names = new Set(ignored.map(refText));
  return async (page: PageRequest): Promise<Page<ListedInventoryObject>> => {
    const { items, nextPage } = await deps.storesFor(scope).inventory.list(filter, page);
    return { items: items.map((object) => ({ ...object, ignored: names.has(refText(object)) })), nextPage };
  };
}

/** Objects that are ignored now. */
export async function ignoredObjects({ storesFor, clock }: Deps, scope: TenantScope): Promise<ObjectRef[]> {
  const now = isoTime(clock.nowMs());
  const ignores = await storesFor(scope).inventory.ignores();
  return ignores.filter((each) => isIgnored(each, now)).map(({ type, objectId }: Ignore) => ({ type, id: objectId }));
}

async function toFilter(
  { storesFor }: Deps,
  scope: TenantScope,
  { assignedTo, hasBrokenTarget, ignored, ...asked }: InventoryQuestion,
  ignoredNow: readonly ObjectRef[],
): Promise<InventoryFilter> {
  const isOfEdges = Boolean(assignedTo ?? asked.uses) || hasBrokenTarget === true || asked.isUnassigned === true;
  const targets = [
    ...(assignedTo === undefined ? [] : [[toTarget(assignedTo)]]),
    ...(hasBrokenTarget ? [await brokenTargets(storesFor(scope))] : []),
  ];
  return {
    ...(isOfEdges && { state: "present" }),
    ...asked,
    targets,
    ...(ignored === "only" && { only: ignoredNow }),
    ...(isOfEdges && ignored === undefined && { without: ignoredNow }),
  };
}

function toTarget(assignedTo: string): Partial<AssignmentTarget> {
  if (assignedTo === "allUsers" || assignedTo === "allDevices") return { target: assignedTo, mode: "include" };
  return { target: "group", mode: "include", groupId: assignedTo.toLowerCase() };
}
