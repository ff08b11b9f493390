import { isKnownRun } from "./is-known-run.ts";
import type { OperationRun } from "./operation-run.ts";
import type { RunLimits } from "./run-limits.ts";
import { runTypeOf } from "./run-type.ts";

/** What the reconciler does with a run. */
export type RepairAction =
  | "nothing"
  | "send_again"
  | "start_workflow"
  | "replace_attempt"
  | "wake"
  | "close_cancelled"
  | "close_timed_out";

type Instance = "absent" | "active" | "finished";

/** Decides from the run, the state of its Durable instance and the time; the first rule that fits wins (runs.md 8). */
export function repairOf(run: OperationRun, instance: Instance, limits: RunLimits, nowMs: number): RepairAction {
  if (run.status === "completed" || !isKnownRun(run)) return "nothing";
  if (run.deadlineAt !== null && nowMs > Date.parse(run.deadlineAt)) return "close_timed_out";
  if (run.status === "queued") return repairOfQueued(run, limits, nowMs);
  return repairOfRunning(run, instance, limits, nowMs);
}

function repairOfQueued(run: OperationRun, limits: RunLimits, nowMs: number): RepairAction {
  if (run.cancelRequestedAt !== null) return "close_cancelled";
  if (run.waitingFor !== null) return "nothing";
  if (run.resentAt !== null)
    return isOlder(run.resentAt, limits.unclaimedAfterMs, nowMs) ? "replace_attempt" : "nothing";
  if (run.dispatchedAt !== null) {
    return isOlder(run.dispatchedAt, limits.unclaimedAfterMs, nowMs) ? "send_again" : "nothing";
  }
  return isOlder(run.createdAt, limits.unsentAfterMs, nowMs) ? "send_again" : "nothing";
}

/** A silent run whose instance is still active gets one more interval; its worker may be slow, not dead. */
function repairOfRunning(run: OperationRun, instance: Instance, limits: RunLimits, nowMs: number): RepairAction {
  const lastHeartbeat = run.heartbeatAt ?? run.startedAt ?? run.createdAt;
  const graceMs = instance === "active" ? runTypeOf(run).heartbeatMs : 0;
  if (instance === "absent" && isOlder(lastHeartbeat, limits.unsentAfterMs, nowMs)) {
    return isOlder(lastHeartbeat, limits.silentAfterMs, nowMs) ? silent(run) : "start_workflow";
  }
  return isOlder(lastHeartbeat, limits.silentAfterMs + graceMs, nowMs) ? silent(run) : "nothing";
}

function silent(run: OperationRun): RepairAction {
  if (run.cancelRequestedAt !== null) return "close_cancelled";
  return "replace_attempt";
}

function isOlder(time: string, ageMs: number, nowMs: number): boolean {
  return nowMs - Date.parse(time) > ageMs;
}
