import { isoTime } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { runCancelRequested } from "../../domain/operation-run/events.ts";
import { cancelledEnding, requestCancel } from "../../domain/operation-run/lifecycle.ts";
import type { Initiator, OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { endOrComplete } from "./end-or-complete.ts";
import { type EndDeps, endRun } from "./end-run.ts";

// The run may be claimed, re-attempted or ended between our read and our write; it cannot do so for ever.
const maxTries = 5;

/**
 * Cancels a run: a queued one ends now, a running one is marked, and its worker ends it (answered still running).
 * Marking it again changes nothing. Fault `already_completed` when the run has ended.
 */
export async function cancelOperation(
  deps: EndDeps,
  scope: TenantScope,
  runId: string,
  actor: Initiator,
): Promise<OperationRun> {
  const { runs } = deps.storesFor(scope);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const run = await runs.read(runId);
    if (!run) throw new Fault("not_found", "There is no such operation in this tenant.");
    if (run.status === "completed") throw new Fault("already_completed", `The run has ended: ${run.outcome}.`);
    if (run.status === "running" && run.cancelRequestedAt !== null) return run;
    const changed = await (run.status === "queued" ? endQueued : mark)(deps, scope, run, actor);
    if (changed !== "moved_on") return changed;
  }
  throw new Fault("conflict", "The run changes too quickly to be cancelled; try again.", { target: runId });
}

/**
 * Only while it is queued: a worker that claimed it meanwhile must hear of the cancel. Nobody can have sealed the
 * snapshot of a first attempt.
 */
function endQueued(deps: EndDeps, scope: TenantScope, run: OperationRun, actor: Initiator) {
  const end = run.attempt === 1 ? endRun : endOrComplete;
  return end(deps, scope, run, cancelledEnding, ["queued"], actor);
}

async function mark(deps: EndDeps, scope: TenantScope, run: OperationRun, actor: Initiator) {
  const nowMs = deps.clock.nowMs();
  const records = runCancelRequested(run, { actor, at: isoTime(nowMs), newId: deps.newId });
  return deps.storesFor(scope).runs.apply(run.id, requestCancel(run, nowMs), records);
}
