import { Fault } from "../../domain/error/fault.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Caller } from "../../domain/tenant/caller.ts";
import { hasRight, type Right } from "../../domain/tenant/rights.ts";
import type { Membership } from "../../domain/tenant/tenant.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../domain/tenant-scope/tenant-scope.ts";

export type AuthorisedCaller = { readonly scope: TenantScope; readonly membership: Membership };

/**
 * Opens the scope of a tenant for a caller who has the right in it, read from the database at this moment.
 * Fault `not_found` for somebody who is no member, the same as for a tenant that does not exist; Fault
 * `missing_right`, with the right as target, for a member without it.
 */
export async function authorise(
  { storesFor }: { storesFor: StoresFor },
  caller: Caller,
  tenantId: string,
  right: Right,
): Promise<AuthorisedCaller> {
  const parsed = tenantIdSchema.safeParse(tenantId);
  if (!parsed.success || parsed.data === "platform") throw noSuchTenant();
  const scope = openTenantScope(parsed.data, "authorised");
  const membership = await storesFor(scope).tenant.membershipOf(caller.id);
  if (!membership) throw noSuchTenant();
  if (!hasRight(membership.role, right)) {
    throw new Fault("missing_right", `Your role ${membership.role} lacks the right ${right}.`, { target: right });
  }
  return { scope, membership };
}

function noSuchTenant(): Fault {
  return new Fault("not_found", "There is no such tenant, or you are not a member of it.", { target: "tenant" });
}
