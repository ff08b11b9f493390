import { isoTime } from "../../domain/clock/clock.ts";
import { runWoken } from "../../domain/operation-run/events.ts";
import { isWriter, wake } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type SendMessageDeps, sendMessage } from "./send-message.ts";

/**
 * Wakes the runs that waited behind a writer that has ended (runs.md 4). All of them: each claims, one wins, the others
 * wait behind that one. What cannot be sent now is left to the reconciler: the writer's end stands anyway.
 */
export async function wakeWaiters(deps: SendMessageDeps, scope: TenantScope, ended: OperationRun): Promise<void> {
  if (!isWriter(ended)) return;
  try {
    const waiters = await deps.storesFor(scope).runs.findWaiters(ended.id);
    for (const waiter of waiters) await wakeRun(deps, scope, waiter);
  } catch {
    // The reconciler wakes every waiter whose writer is terminal.
  }
}

/** Notes the wake first, so that its message has an id that was never sent. */
export async function wakeRun(deps: SendMessageDeps, scope: TenantScope, waiter: OperationRun): Promise<void> {
  const { runs } = deps.storesFor(scope);
  const woken = await runs.apply(waiter.id, wake(waiter), runWoken(waiter, isoTime(deps.clock.nowMs())));
  if (woken !== "moved_on") await sendMessage(deps, scope, woken);
}
