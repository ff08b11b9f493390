import { Fault } from "../../domain/error/fault.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { AuthorisedCaller, Needed } from "../../domain/tenant/authorised-caller.ts";
import { type Caller, isPlatformAdmin } from "../../domain/tenant/caller.ts";
import { hasRight } from "../../domain/tenant/rights.ts";
import { openTenantScope, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";

/**
 * Opens the scope of a tenant for a caller who has the right in it, read from the database at this moment, or a platform
 * role where that is enough.
 * Fault `not_found` for somebody who is no member, the same as for a tenant that does not exist; Fault
 * `missing_right`, with the right as target, for a member without it.
 */
export async function authorise(
  { storesFor }: { storesFor: StoresFor },
  caller: Caller,
  tenantId: string,
  { right, orPlatform }: Needed,
): Promise<AuthorisedCaller> {
  const parsed = tenantIdSchema.safeParse(tenantId);
  if (!parsed.success || parsed.data === "platform") throw noSuchTenant();
  const scope = openTenantScope(parsed.data, "authorised");
  const { tenant } = storesFor(scope);
  const role = (await tenant.membershipOf(caller.id))?.role ?? null;
  if (role !== null && hasRight(role, right)) return { scope, role, grantedBy: undefined };
  if (orPlatform && isPlatformAdmin(caller) && (await tenant.read())) return { scope, role, grantedBy: "platform" };
  if (role === null) throw noSuchTenant();
  throw new Fault("missing_right", `Your role ${role} lacks the right ${right}.`, { target: right });
}

function noSuchTenant(): Fault {
  return new Fault("not_found", "There is no such tenant, or you are not a member of it.", { target: "tenant" });
}
