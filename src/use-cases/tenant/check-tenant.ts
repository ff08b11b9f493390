import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Tenant } from "../../domain/tenant/tenant.ts";
import { checkStartable, checkWritable } from "../../domain/tenant/tenant-life.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

type Deps = { readonly storesFor: StoresFor };

/** Fault `tenant_archived`: nothing in it may be changed. What belongs to no tenant always may. */
export function checkTenantWritable(deps: Deps, scope: TenantScope): Promise<void> {
  return check(deps, scope, checkWritable);
}

/** Faults `tenant_suspended`, `tenant_archived`: nothing may start in it. */
export function checkTenantStartable(deps: Deps, scope: TenantScope): Promise<void> {
  return check(deps, scope, checkStartable);
}

async function check({ storesFor }: Deps, scope: TenantScope, rule: (tenant: Tenant) => void): Promise<void> {
  if (scope.tenantId === "platform") return;
  const tenant = await storesFor(scope).tenant.read();
  if (tenant) rule(tenant);
}
