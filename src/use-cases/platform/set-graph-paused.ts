import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { Initiator } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

type PauseDeps = { readonly storesFor: StoresFor; readonly clock: Clock; readonly newId: () => string };

/**
 * Stops all requests to Microsoft Graph for a tenant, or for all when the scope is the platform's, or lets them go on.
 * Whoever works sees it with the next heartbeat. Repeating it changes nothing, and is not audited again.
 */
export async function setGraphPaused(
  { storesFor, clock, newId }: PauseDeps,
  scope: TenantScope,
  paused: boolean,
  actor: Initiator,
): Promise<void> {
  await storesFor(scope).tenant.setGraphPaused(paused, {
    id: `audit-${newId()}`,
    tenantId: scope.tenantId,
    actor,
    action: paused ? "graph.paused" : "graph.resumed",
    target: scope.tenantId,
    before: { paused: !paused },
    after: { paused },
    at: isoTime(clock.nowMs()),
  });
}
