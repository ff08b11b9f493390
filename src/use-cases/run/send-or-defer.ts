import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type SendMessageDeps, sendMessage } from "./send-message.ts";

/**
 * Sends the message of a run that nobody waits for. A send that fails is reported and left to the reconciler: a short outage
 * of the queue must not cost the run.
 */
export async function sendOrDefer(
  deps: SendMessageDeps,
  scope: TenantScope,
  run: OperationRun,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await sendMessage(deps, scope, run);
  } catch (error) {
    onError(error);
  }
}
