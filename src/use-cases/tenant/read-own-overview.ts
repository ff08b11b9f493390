import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { OverviewFilter, TenantOverview } from "../../domain/platform/tenant-overview.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import { hasRight } from "../../domain/tenant/rights.ts";
import type { Unreadable } from "../../domain/unreadable/unreadable.ts";
import { type OverviewDeps, readOverview } from "../platform/read-overview.ts";
import { type AccessDeps, readAccesses } from "./read-accesses.ts";

type Deps = OverviewDeps & AccessDeps;

/** The overview of the tenants that the caller may read, and of no other (P5.2). */
export async function readOwnOverview(
  deps: Deps,
  caller: Caller,
  filter: Omit<OverviewFilter, "only">,
  page: PageRequest,
): Promise<Page<TenantOverview> & { readonly unreadable: readonly Unreadable[] }> {
  const accesses = await readAccesses(deps, caller);
  const only = [...accesses].flatMap(([tenantId, { role }]) => (hasRight(role, "tenant.read") ? [tenantId] : []));
  return readOverview(deps, { ...filter, only }, page);
}
