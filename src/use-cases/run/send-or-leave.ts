import { isoTime } from "../../domain/clock/clock.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { sendMessage } from "./send-message.ts";
import type { SendDeps } from "./send-operation.ts";

/**
 * Sends the message of a run that nobody waits for. A send that fails is told and left to the reconciler: a short outage
 * of the queue must not cost the run.
 */
export async function sendOrLeave(
  deps: SendDeps,
  scope: TenantScope,
  run: OperationRun,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  try {
    await sendMessage(deps, run);
    await deps.storesOf(scope).runs.note(run.id, {
      expected: { attempt: run.attempt, status: ["queued", "running"] },
      change: { dispatchedAt: isoTime(deps.clock.nowMs()) },
    });
  } catch (error) {
    onTrouble(error);
  }
}
