import { lastListedAt } from "../../domain/inventory/listing.ts";
import { systemActor } from "../../domain/operation-run/events.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { ownTrace } from "../../domain/telemetry/own-trace.ts";
import { refusalOf } from "../../domain/tenant/tenant-life.ts";
import { openTenantScope, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import type { StartResult } from "../run/start-once.ts";
import type { StartDeps } from "../run/start-operation.ts";
import { startCollection } from "./start-collection.ts";

type DueDeps = StartDeps & { readonly aggregation: Pick<Aggregation, "tenantIds"> };

const weekMs = 7 * 24 * 3_600_000;
const tenantsAtOnce = 16;

/** Starts a reading of Intune's audit that nobody asked for, or joins the one that is under way. */
export function startOwnCollection(deps: StartDeps, scope: TenantScope): Promise<StartResult> {
  return startCollection(deps, { scope, initiator: systemActor, ...ownTrace(deps.newId()), from: null });
}

/**
 * Starts it in every tenant whose audit was not looked at for a week. One tenant where that cannot be done must not keep
 * the others from it. Answers in how many.
 */
export async function collectDue(deps: DueDeps, onError: (error: unknown) => void): Promise<number> {
  const tenantIds = await deps.aggregation.tenantIds();
  const started = await mapAtOnce(tenantIds, tenantsAtOnce, async (tenantId) => {
    const scope = openTenantScope(tenantId, "aggregated");
    try {
      if (!(await isDue(deps, scope))) return false;
      await startOwnCollection(deps, scope);
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  });
  return started.filter(Boolean).length;
}

/** Of a tenant without known objects nothing would be kept. */
async function isDue({ storesFor, clock }: DueDeps, scope: TenantScope): Promise<boolean> {
  const { tenant, events, inventory } = storesFor(scope);
  const head = await events.head();
  if (head && Date.parse(head.lookedAt) > clock.nowMs() - weekMs) return false;
  const found = await tenant.read();
  if (!found || refusalOf(found) !== null) return false;
  return lastListedAt(await inventory.listing()) !== null;
}
