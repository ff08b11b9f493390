import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { messageIdOf } from "../../domain/operation-run/run-identity.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

export type SendMessageDeps = { readonly storesFor: StoresFor; readonly queue: OperationQueue; readonly clock: Clock };

/**
 * Sends the message of a run's attempt, whose id lets the broker drop a repeat, and notes when that began: whoever takes
 * the message may claim the run before the broker has confirmed it. Answers the run as it is then. Fault
 * `dispatch_failed` when the broker did not confirm it.
 */
export async function sendMessage(
  { storesFor, queue, clock }: SendMessageDeps,
  scope: TenantScope,
  run: OperationRun,
): Promise<OperationRun | "moved_on"> {
  const message = { tenantId: run.tenantId, runId: run.id, attempt: run.attempt };
  const messageId = messageIdOf(run);
  const sentAt = isoTime(clock.nowMs());
  await queue.send(message, run.traceparent ? { messageId, traceparent: run.traceparent } : { messageId });
  return storesFor(scope).runs.note(run.id, {
    expected: { attempt: run.attempt, status: ["queued", "running"] },
    change: { dispatchedAt: sentAt },
  });
}
