import type { Page, PageRequest } from "../../domain/paging/page.ts";
import { type OverviewFilter, type TenantOverview, toLastComplete } from "../../domain/platform/tenant-overview.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { Unreadable } from "../../domain/unreadable/unreadable.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { allowedTenantTypes, type TypesDeps } from "../tenant/tenant-types.ts";

export type OverviewDeps = TypesDeps & { readonly aggregation: Pick<Aggregation, "overview"> };

// A point read and a small query a tenant, each within its own partition.
const tenantsAtOnce = 16;

/**
 * A page of all tenants by name and id (P5.2). The newest complete snapshot of each is one of every object type that is
 * on for it at this moment, as a schedule's promise wants it.
 */
export async function readOverview(
  deps: OverviewDeps,
  filter: OverviewFilter,
  page: PageRequest,
): Promise<Page<TenantOverview> & { readonly unreadable: readonly Unreadable[] }> {
  const { items, nextPage, unreadable } = await deps.aggregation.overview(filter, page);
  const withLast = await mapAtOnce(items, tenantsAtOnce, async (item) => {
    const scope = openTenantScope(item.id, "aggregated");
    const { objectTypes: types } = await allowedTenantTypes(deps, scope, "snapshot.take", undefined);
    return { ...item, lastComplete: toLastComplete(await deps.storesFor(scope).snapshots.newestComplete(types)) };
  });
  return { items: withLast, nextPage, unreadable };
}
