import type { OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { messageIdOf } from "../../domain/operation-run/run-identity.ts";

/** The message of one attempt; its id lets the broker drop a repeat. */
export async function sendMessage({ queue }: { readonly queue: OperationQueue }, run: OperationRun): Promise<void> {
  const message = { tenantId: run.tenantId, runId: run.id, attempt: run.attempt };
  const messageId = messageIdOf(run);
  await queue.send(message, run.traceparent ? { messageId, traceparent: run.traceparent } : { messageId });
}
