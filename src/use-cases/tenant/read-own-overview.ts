import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { OverviewFilter, TenantOverview } from "../../domain/platform/tenant-overview.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import { hasRight } from "../../domain/tenant/rights.ts";
import type { Unreadable } from "../../domain/unreadable/unreadable.ts";
import { type OverviewDeps, readOverview } from "../platform/read-overview.ts";

type Deps = OverviewDeps & { readonly aggregation: Pick<Aggregation, "membershipsOf"> };

/** The overview of the tenants that the caller may read, and of no other (P5.2). */
export async function readOwnOverview(
  deps: Deps,
  caller: Caller,
  filter: Omit<OverviewFilter, "only">,
  page: PageRequest,
): Promise<Page<TenantOverview> & { readonly unreadable: readonly Unreadable[] }> {
  const memberships = await deps.aggregation.membershipsOf(caller.id);
  const only = memberships.flatMap(({ tenantId, role }) => (hasRight(role, "tenant.read") ? [tenantId] : []));
  return readOverview(deps, { ...filter, only }, page);
}
