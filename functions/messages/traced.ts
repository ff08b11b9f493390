import type { InvocationContext } from "@azure/functions";
import { z } from "zod";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import type { OperationMessage } from "../../src/domain/operation-run/operation-queue.ts";

// The extension hands the broker's application properties on under this name.
const metadataSchema = z.object({ applicationProperties: z.object({ traceparent: z.string() }) });

/** Handles a message as a span of the trace that the message carries. */
export function traced<R>(
  { telemetry }: Pick<WorkerApp, "telemetry">,
  context: Pick<InvocationContext, "functionName" | "triggerMetadata">,
  { tenantId, runId, attempt }: OperationMessage,
  handle: () => Promise<R>,
): Promise<R> {
  const parent = metadataSchema.safeParse(context.triggerMetadata).data?.applicationProperties.traceparent;
  const facts = { tenantId, runId, attempt };
  return telemetry.span({ name: `message ${context.functionName}`, kind: "internal", parent, facts }, handle);
}
