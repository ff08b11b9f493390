import { Fault } from "../../domain/error/fault.ts";
import { withEndedGroups } from "../../domain/observation/ended-groups.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunStory } from "../../domain/operation-run/run-detail.ts";
import type { StoresOf } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** A run with what is stored beside it; one at work with the groups that have ended since. Fault `not_found`. */
export async function readOperation(
  { storesOf }: { readonly storesOf: StoresOf },
  scope: TenantScope,
  runId: string,
): Promise<{ readonly run: OperationRun; readonly story: RunStory }> {
  const { runs, parts } = storesOf(scope);
  const run = await runs.read(runId);
  if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
  const story = await runs.story(run.id);
  if (run.status !== "running") return { run, story };
  const progress = withEndedGroups(run.progress, await parts.ofAttempt(run.id, run.attempt));
  return { run: { ...run, progress }, story };
}
