import { Fault } from "../../domain/error/fault.ts";
import type { FleetEnd } from "../../domain/fleet/steps.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import { deriveOutcome } from "../../domain/operation-run/outcome.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type EndDeps, endRun } from "../run/end-run.ts";
import { fleetEnding } from "./fleet-ending.ts";

/**
 * The last step of a fleet run: counts its links, derives the outcome from them, and ends the run. Safe to repeat. A
 * link that another process settled just now may not be visible here yet: that is a Fault `conflict`, to be tried again.
 */
export async function endFleet(deps: EndDeps, work: FleetEnd): Promise<string> {
  const scope = openTenantScope(work.tenantId, "run");
  const run = ifHeldByAttempt(await deps.storesFor(scope).runs.read(work.runId), work.attempt);
  if (!run) return "ended";
  const counted = await fleetEnding(deps, scope, run, { outcome: "cancelled", failures: [] });
  const { total, processed } = counted.counts;
  if (work.reason === "done" && processed !== total) {
    throw new Fault("conflict", `${processed} of ${total} tenants have ended as far as can be seen.`);
  }
  const outcome = work.reason === "cancelled" ? "cancelled" : deriveOutcome(counted.counts);
  const ended = await endRun(deps, scope, run, { ...counted, outcome });
  return ended === "moved_on" ? "ended" : ended.outcome;
}
