import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { isKnownRun } from "../../domain/operation-run/is-known-run.ts";
import { type Ending, failedWith } from "../../domain/operation-run/lifecycle.ts";
import type { OperationMessage, OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunLimits } from "../../domain/operation-run/run-limits.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { Workflows } from "../../domain/operation-run/workflows.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { grantorsOf, ofHome } from "../../domain/tenant/membership.ts";
import { openTenantScope, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { claimRun } from "./claim-run.ts";
import { endOrComplete } from "./end-or-complete.ts";
import { startWorkflow } from "./start-workflow.ts";

export type DispatchDeps = {
  readonly storesFor: StoresFor;
  readonly queue: OperationQueue;
  readonly workflows: Workflows;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly limits: RunLimits;
};

/**
 * Handles one message: claims the run it names and starts the workflow of that attempt (runs.md 3). `dropped` means
 * that the message has nothing to do: the run is over, another attempt's, a newer version's, or waits behind another writer. Throws when the run is not visible yet, so
 * that the message goes back to the queue.
 */
export async function dispatchOperation(deps: DispatchDeps, message: OperationMessage): Promise<"started" | "dropped"> {
  const scope = openTenantScope(message.tenantId, "run");
  const run = await readWhenVisible(deps, scope, message);
  // A newer version's reconciler sends the message of its run again.
  if (run.status === "completed" || run.attempt !== message.attempt || !isKnownRun(run)) return "dropped";
  if (run.status === "queued" && !(await claimIfAllowed(deps, scope, run))) return "dropped";
  await startWorkflow(deps.workflows, run);
  return "started";
}

/** Another process wrote the run, or its new attempt, just before it sent the message: it may take a moment to be seen. */
async function readWhenVisible(
  deps: DispatchDeps,
  scope: TenantScope,
  { runId, attempt }: OperationMessage,
): Promise<OperationRun> {
  const { runs } = deps.storesFor(scope);
  for (const pauseMs of [0, ...deps.limits.notVisiblePausesMs]) {
    if (pauseMs > 0) await deps.clock.pause(pauseMs);
    const run = await runs.read(runId);
    if (run && run.attempt >= attempt) return run;
  }
  throw new Fault("conflict", "The run is not visible yet; its message goes back to the queue.", { target: runId });
}

/** False when this message's attempt must not go on: the right is gone, or somebody else moved the run. */
async function claimIfAllowed(deps: DispatchDeps, scope: TenantScope, run: OperationRun): Promise<boolean> {
  const refusal = await refusalAtClaim(deps, scope, run);
  if (refusal) {
    await endOrComplete(deps, scope, run, refusal, ["queued"]);
    return false;
  }
  const claimed = await claimRun(deps, scope, run);
  if (claimed !== "moved_on") return claimed === "claimed";
  const current = await deps.storesFor(scope).runs.read(run.id);
  return current?.status === "running" && current.attempt === run.attempt;
}

/** How a run ends that may not begin: as every run of a tenant that was suspended, or because the right is gone. */
async function refusalAtClaim(deps: DispatchDeps, scope: TenantScope, run: OperationRun): Promise<Ending | undefined> {
  const stop = await deps.storesFor(scope).tenant.graphStop();
  // A pause is waited for, and seen by whoever works.
  if (stop !== null && stop !== "tenant_paused") {
    const failure = { code: stop, message: "The tenant was suspended before the run began.", target: "", count: 1 };
    return { ...failedWith(failure), outcome: "cancelled" };
  }
  return (await stillHasRight(deps, scope, run)) ? undefined : failedWith(rightWithdrawn);
}

/**
 * The right is looked up again at the moment of use, where it came from: the principals whose memberships admitted the start,
 * or the initiator itself, in whatever home tenant, on a run of a version before this one. Schedules and the system act in their own name. A platform
 * role is in the caller's token, nowhere else: it is checked once, at the start (runs.md 10).
 */
async function stillHasRight(deps: DispatchDeps, scope: TenantScope, run: OperationRun): Promise<boolean> {
  const { kind, id, grantedBy = [id], homeTenantId } = run.initiator;
  const { right } = runTypeOf(run);
  if (right === "platform" || grantedBy === "platform" || (kind !== "user" && kind !== "application")) return true;
  const [first = id, ...more] = grantedBy;
  const memberships = await deps.storesFor(scope).tenant.membershipsOf([first, ...more]);
  return grantorsOf(homeTenantId === undefined ? memberships : ofHome(memberships, homeTenantId), right).length > 0;
}

const rightWithdrawn = {
  code: "right_withdrawn",
  message: "Whoever started this run no longer has the right to it.",
  target: "",
  count: 1,
} as const;
