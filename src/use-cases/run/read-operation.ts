import { Fault } from "../../domain/error/fault.ts";
import { withEndedGroups } from "../../domain/observation/ended-groups.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunHistory } from "../../domain/operation-run/run-detail.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { readHistory } from "./read-history.ts";

/** A run with what is stored beside it; one at work with the groups that have ended since. Fault `not_found`. */
export async function readOperation(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
  runId: string,
): Promise<{ readonly run: OperationRun; readonly history: RunHistory }> {
  const stores = storesFor(scope);
  const { runs, parts } = stores;
  const run = await runs.read(runId);
  if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
  const history = await readHistory(stores, run);
  if (run.status !== "running") return { run, history };
  const progress = withEndedGroups(run.progress, await parts.ofAttempt(run.id, run.attempt));
  return { run: { ...run, progress }, history };
}
