import { Fault } from "../../domain/error/fault.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { TenantId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { StartResult } from "../run/start-once.ts";
import { type StartDeps, type StartRequest, startOperation } from "../run/start-operation.ts";

export type FleetDeps = StartDeps & { readonly aggregation: Pick<Aggregation, "tenantIds" | "runs"> };

export type FleetRequest = Pick<
  StartRequest,
  "scope" | "initiator" | "grantedBy" | "correlationId" | "traceparent" | "idempotency" | "retryOf"
>;

/**
 * Starts a snapshot of several tenants, of all when none are named, or joins the active one over the same tenants.
 * Fault `unknown_tenants` names those that are not known.
 */
export async function startFleet(
  deps: FleetDeps,
  requested: readonly TenantId[] | undefined,
  request: FleetRequest,
): Promise<StartResult> {
  const known = await deps.aggregation.tenantIds();
  const tenants = [...new Set(requested ?? known)].sort();
  checkKnown(tenants, new Set(known));
  return startOperation(deps, { ...request, type: "fleet.snapshot", ...noTypes, label: null, tenants });
}

// A body may hold more ids than an answer needs to name.
const mostNamed = 100;

// Each child has its own.
const noTypes = { objectTypes: [], isEveryType: false };

function checkKnown(tenants: readonly TenantId[], known: ReadonlySet<TenantId>): void {
  const unknown = tenants.filter((tenantId) => !known.has(tenantId));
  if (unknown.length === 0) return;
  const more = unknown.length > mostNamed ? ` and ${unknown.length - mostNamed} more` : "";
  const names = unknown.slice(0, mostNamed).join(", ");
  throw new Fault("unknown_tenants", `There are no such tenants: ${names}${more}.`, { target: "tenants" });
}
