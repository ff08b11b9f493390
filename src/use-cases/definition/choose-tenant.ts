import { Fault } from "../../domain/error/fault.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { openTenantScope, type TenantId, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { isGraphPaused } from "../platform/is-graph-paused.ts";

export type ChooseDeps = {
  readonly storesFor: StoresFor;
  readonly aggregation: Pick<Aggregation, "tenantsByAge">;
  /** The tenant that was named for it; without one the oldest is asked whose sign-in works. */
  readonly named: TenantId | undefined;
};

/**
 * The tenant whose Graph is asked for what is the same in all. Fault `no_tenant_to_ask` when the one that was named, or any,
 * has not consented, or may not be asked now.
 */
export async function chooseTenant(deps: ChooseDeps): Promise<TenantScope> {
  const candidates = deps.named === undefined ? await deps.aggregation.tenantsByAge() : [deps.named];
  for (const tenantId of candidates) {
    const scope = openTenantScope(tenantId, "run");
    if (await mayBeAsked(deps.storesFor, scope)) return scope;
  }
  const who = deps.named === undefined ? "No tenant" : "The tenant that was named for it";
  throw new Fault("no_tenant_to_ask", `${who} has consented and may be asked now.`, {
    target: deps.named ?? "platform",
  });
}

async function mayBeAsked(storesFor: StoresFor, scope: TenantScope): Promise<boolean> {
  const tenant = await storesFor(scope).tenant.read();
  return tenant?.state === "active" && !(await isGraphPaused(storesFor, scope));
}
