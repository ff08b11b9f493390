import { Fault } from "../../domain/error/fault.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { RetryScope } from "../run/retry-operation.ts";
import type { StartResult } from "../run/start-once.ts";
import { maxChildren } from "./cancel-children.ts";
import { settleLinks } from "./settle-links.ts";
import { type FleetDeps, type FleetRequest, startFleet } from "./start-fleet.ts";

/**
 * Starts a fleet run over the tenants of a completed one, or over those of them that it has no complete snapshot of:
 * failed, with gaps, cancelled, passed over, never begun. Tenants that are gone are left out. Faults: `not_completed`
 * while the run is active, `nothing_to_retry` when no tenant is left.
 */
export async function retryFleet(
  deps: FleetDeps,
  run: OperationRun,
  parts: RetryScope,
  request: FleetRequest,
): Promise<StartResult> {
  if (run.status !== "completed") throw new Fault("not_completed", "The run has not ended yet.", { target: run.id });
  const { links } = deps.storesFor(request.scope);
  // A child may have ended after the fleet.
  await settleLinks(deps, links, await links.inState(run.id, "active", maxChildren));
  const done = parts === "all" ? new Set<TenantId>() : await links.linkedTenants(run.id, "succeeded");
  const known = new Set(await deps.aggregation.tenantIds());
  const tenants = (await links.selection(run.id)).filter((tenantId) => known.has(tenantId) && !done.has(tenantId));
  if (tenants.length === 0) throw new Fault("nothing_to_retry", "Every tenant of this run has its snapshot.");
  return startFleet(deps, tenants, { ...request, retryOf: run.id });
}
