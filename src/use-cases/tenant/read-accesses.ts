import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import { type Access, accessOf, type PlatformHome, principalIdsOf } from "../../domain/tenant/membership.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";

export type AccessDeps = PlatformHome & { readonly aggregation: Pick<Aggregation, "membershipsOf"> };

/** What a caller is in each tenant that it is a member of, by itself or by a group. */
export async function readAccesses(deps: AccessDeps, caller: Caller): Promise<ReadonlyMap<TenantId, Access>> {
  const memberships = await deps.aggregation.membershipsOf(principalIdsOf(caller));
  const accesses = new Map<TenantId, Access>();
  for (const [tenantId, held] of Map.groupBy(memberships, (each) => each.tenantId)) {
    const access = accessOf(caller, held, deps);
    if (access) accesses.set(tenantId, access);
  }
  return accesses;
}
