import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { Link } from "../../domain/fleet/link.ts";
import type { FleetPlan } from "../../domain/fleet/steps.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import type { Work } from "../../domain/operation-run/work.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { openTenantScope, type TenantId } from "../../domain/tenant-scope/tenant-scope.ts";

export type PlanFleetDeps = {
  readonly storesFor: StoresFor;
  readonly aggregation: Pick<Aggregation, "objectCounts">;
  readonly clock: Clock;
};

// One transaction takes 100 operations (azure-services.md 1).
const linksAtOnce = 100;

/**
 * Makes the link of each tenant that the fleet is for, with the size that decides when it starts. Safe to repeat: links
 * that are there stay as they are. A cancelled fleet gets no more of them.
 */
export async function planFleet(deps: PlanFleetDeps, work: Work): Promise<FleetPlan> {
  const { runs, links } = deps.storesFor(openTenantScope(work.tenantId, "run"));
  const run = ifHeldByAttempt(await runs.read(work.runId), work.attempt);
  if (!run) return { kind: "ended" };
  const linked = await links.linkedTenants(run.id);
  const missing = (await links.selection(run.id)).filter((tenantId) => !linked.has(tenantId));
  for (let from = 0; from < missing.length; from += linksAtOnce) {
    const beat = await runs.heartbeat(run, { at: isoTime(deps.clock.nowMs()) });
    if (beat === "moved_on") return { kind: "ended" };
    if (beat.cancelRequestedAt !== null) break;
    await link(deps, work, missing.slice(from, from + linksAtOnce));
  }
  return { kind: "planned" };
}

async function link(
  { storesFor, aggregation }: PlanFleetDeps,
  work: Work,
  tenants: readonly TenantId[],
): Promise<void> {
  const sizes = await aggregation.objectCounts(tenants);
  const toLink = (childTenantId: TenantId): Link => ({
    parentRunId: work.runId,
    childTenantId,
    childRunId: null,
    joined: false,
    objects: sizes.get(childTenantId) ?? 0,
    state: "waiting",
    code: null,
  });
  await storesFor(openTenantScope(work.tenantId, "run")).links.create(tenants.map(toLink));
}
