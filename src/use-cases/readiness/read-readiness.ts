import { activeKeyOf } from "../../domain/operation-run/run-identity.ts";
import { tenantVerify } from "../../domain/operation-run/run-types/tenant-verify.ts";
import { type ReadinessView, toReadinessView } from "../../domain/readiness/readiness-view.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** What the last check of a tenant found, and the check that is under way. */
export async function readReadiness(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
): Promise<ReadinessView> {
  const { readiness, runs } = storesFor(scope);
  const [found, active] = await Promise.all([readiness.read(), runs.findActive(activeKeyOf(tenantVerify.name, []))]);
  return toReadinessView(found, active?.id ?? null);
}
