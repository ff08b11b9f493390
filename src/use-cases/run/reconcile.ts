import { isoTime } from "../../domain/clock/clock.ts";
import { runResent } from "../../domain/operation-run/events.ts";
import { cancelledEnding, failedWith, mayReattempt, resend } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { type RepairAction, repairOf } from "../../domain/operation-run/repair.ts";
import { attemptKey } from "../../domain/operation-run/run-identity.ts";
import type { RunLimits } from "../../domain/operation-run/run-limits.ts";
import { longestHeartbeatMs, runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { Workflows } from "../../domain/operation-run/workflows.ts";
import { snapshotIdOf } from "../../domain/snapshot/snapshot.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { openTenantScope, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { cancelChildren } from "../fleet/cancel-children.ts";
import { settleOrphanedLinks } from "../fleet/settle-orphaned-links.ts";
import { endOrComplete } from "./end-or-complete.ts";
import type { AfterSealing } from "./end-run.ts";
import { reattemptRun } from "./reattempt-run.ts";
import { sendMessage } from "./send-message.ts";
import type { StartDeps } from "./start-operation.ts";
import { startWorkflow } from "./start-workflow.ts";
import { wakeRun } from "./wake-waiters.ts";

export type ReconcileDeps = StartDeps & {
  readonly aggregation: Pick<Aggregation, "activeRuns" | "runs">;
  readonly workflows: Workflows;
  readonly limits: RunLimits;
  readonly afterSealing: AfterSealing;
  /** When this worker app started, in milliseconds since 1970. */
  readonly startedAtMs: number;
};

export type ReconcileReport = {
  readonly looked: number;
  readonly repaired: readonly { runId: string; did: RepairAction }[];
};

/**
 * Repairs what fell between two steps: unsent, unclaimed, unstarted, silent and overdue runs (runs.md 8), and children that
 * their fleet left behind. Not in the first
 * heartbeat interval of the app: after an outage every run looks silent, and most are about to go on.
 */
export async function reconcile(deps: ReconcileDeps, onError: (error: unknown) => void): Promise<ReconcileReport> {
  if (deps.clock.nowMs() - deps.startedAtMs < longestHeartbeatMs) return { looked: 0, repaired: [] };
  const active = await deps.aggregation.activeRuns();
  const repaired: { runId: string; did: RepairAction }[] = [];
  for (const run of active) {
    try {
      const did = await repairRun(deps, run);
      if (did !== "nothing") repaired.push({ runId: run.id, did });
    } catch (error) {
      // One run that cannot be repaired now must not keep the others from it; it is looked at again next time.
      onError(error);
    }
  }
  await settleOrphanedLinks(deps, onError).catch(onError);
  return { looked: active.length, repaired };
}

async function repairRun(deps: ReconcileDeps, run: OperationRun): Promise<RepairAction> {
  const scope = openTenantScope(run.tenantId, "aggregated");
  const instance = run.status === "running" ? await deps.workflows.statusOf(instanceOf(run)) : "absent";
  const decided = repairOf(run, instance, deps.limits, deps.clock.nowMs());
  const repair = decided === "nothing" && (await waitsInVain(deps, scope, run)) ? "wake" : decided;
  await actions[repair](deps, scope, run);
  return repair;
}

/** Whoever ended the writer ahead did not wake this run, or could not. */
async function waitsInVain(deps: ReconcileDeps, scope: TenantScope, run: OperationRun): Promise<boolean> {
  if (run.status !== "queued" || run.waitingFor === null) return false;
  const writer = await deps.storesFor(scope).runs.read(run.waitingFor);
  return writer === undefined || writer.status === "completed";
}

type Action = (deps: ReconcileDeps, scope: TenantScope, run: OperationRun) => Promise<unknown>;

const actions: Record<RepairAction, Action> = {
  nothing: async () => undefined,
  send_again: sendAgain,
  start_workflow: (deps, _scope, run) => startWorkflow(deps.workflows, run),
  replace_attempt: replaceAttempt,
  wake: wakeRun,
  close_cancelled: async (deps, scope, run) => {
    const { error } = await cancelChildren(deps, run);
    await close(deps, scope, run, cancelledEnding);
    if (error) throw error;
  },
  close_timed_out: (deps, scope, run) => close(deps, scope, run, failedWith(timedOut)),
};

/** A re-send of an attempt is recorded first, then sent, so that it happens at most once. */
async function sendAgain(deps: ReconcileDeps, scope: TenantScope, run: OperationRun): Promise<void> {
  const nowMs = deps.clock.nowMs();
  const { runs } = deps.storesFor(scope);
  const resent = await runs.apply(run.id, resend(run, nowMs), runResent(run, isoTime(nowMs)));
  if (resent !== "moved_on") await sendMessage(deps, scope, run);
}

/** The old instance ends first: two attempts never work at once. What was sealed is not read again. */
async function replaceAttempt(deps: ReconcileDeps, scope: TenantScope, run: OperationRun): Promise<void> {
  if (!mayReattempt(run) || (await isSealed(deps, scope, run))) {
    await close(deps, scope, run, failedWith(run.status === "queued" ? unsent : stalled));
    return;
  }
  await terminateInstance(deps, run);
  await reattemptRun(deps, scope, run, "stalled");
}

async function isSealed(deps: ReconcileDeps, scope: TenantScope, run: OperationRun): Promise<boolean> {
  if (runTypeOf(run).endsFrom !== "snapshot") return false;
  return (await deps.storesFor(scope).snapshots.read(snapshotIdOf(run.id))) !== undefined;
}

async function close(
  deps: ReconcileDeps,
  scope: TenantScope,
  run: OperationRun,
  ending: ReturnType<typeof failedWith>,
): Promise<void> {
  await terminateInstance(deps, run);
  if (await isSealed(deps, scope, run)) await deps.afterSealing(scope, run);
  await endOrComplete(deps, scope, run, ending);
}

async function terminateInstance({ workflows }: ReconcileDeps, run: OperationRun): Promise<void> {
  const instance = instanceOf(run);
  if ((await workflows.statusOf(instance)) === "active")
    await workflows.terminate(instance, "replaced by the reconciler");
}

function instanceOf(run: OperationRun): string {
  return attemptKey(run.id, run.attempt);
}

const stalled = { code: "stalled", message: "The run stopped sending heartbeats.", target: "", count: 1 } as const;
const timedOut = { code: "timed_out", message: "The run passed its deadline.", target: "", count: 1 } as const;
const unsent = {
  code: "dispatch_failed",
  message: "Nobody took the message of this run.",
  target: "",
  count: 1,
} as const;
