import { Fault } from "../../domain/error/fault.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import type { AuthorisedCaller, Needed } from "../../domain/tenant/authorised-caller.ts";
import { type Caller, mayOnPlatform } from "../../domain/tenant/caller.ts";
import { accessOf, grantorsOf, type PlatformHome, principalIdsOf } from "../../domain/tenant/membership.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";

type Deps = PlatformHome & { readonly storesFor: (scope: TenantScope) => Pick<TenantStores, "tenant"> };

/**
 * Opens the scope of a tenant for a caller who has the right in it, read from the database at this moment: by its own
 * membership or by that of one of its groups, or by a platform role where that is enough. Fault `not_found` for somebody who
 * is no member, the same as for a tenant that does not exist; Fault `missing_right`, with the right as target, for a
 * member without it.
 */
export async function authorise(
  deps: Deps,
  caller: Caller,
  tenantId: string,
  { right, orPlatform }: Needed,
): Promise<AuthorisedCaller> {
  const parsed = tenantIdSchema.safeParse(tenantId);
  if (!parsed.success || parsed.data === "platform") throw noSuchTenant();
  const scope = openTenantScope(parsed.data, "authorised");
  const { tenant } = deps.storesFor(scope);
  const access = accessOf(caller, await tenant.membershipsOf(principalIdsOf(caller)), deps);
  const principalIds = grantorsOf(access?.memberships ?? [], right);
  if (principalIds.length > 0) {
    const { homeTenantId } = caller;
    return { scope, role: access?.role ?? null, grantedBy: { principalIds, homeTenantId } };
  }
  const isLetIn = orPlatform !== undefined && mayOnPlatform(caller, orPlatform);
  if (isLetIn && (await tenant.read())) return { scope, role: access?.role ?? null, grantedBy: "platform" };
  if (!access) throw noSuchTenant();
  throw new Fault("missing_right", `Your role ${access.role} lacks the right ${right}.`, { target: right });
}

function noSuchTenant(): Fault {
  return new Fault("not_found", "There is no such tenant, or you are not a member of it.", { target: "tenant" });
}
