import { mergeFailures } from "../../domain/failure/failure.ts";
import { toFleetCounts, toFleetFailures } from "../../domain/fleet/fleet-counts.ts";
import type { Ending } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** The ending of a fleet run with what its tenants came to: what was done stays recorded, however the run ends. */
export async function fleetEnding(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
  run: OperationRun,
  ending: Pick<Ending, "outcome" | "failures">,
): Promise<Ending> {
  const { links } = storesFor(scope);
  const [tally, reasons] = await Promise.all([links.tally(run.id), links.reasons(run.id)]);
  const failures = mergeFailures([...ending.failures, ...toFleetFailures(reasons)]);
  return { outcome: ending.outcome, counts: toFleetCounts(tally, run.input.tenants ?? 0), failures, result: null };
}
