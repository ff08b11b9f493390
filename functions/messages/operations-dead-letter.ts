import { app as functions } from "@azure/functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { operationMessageSchema } from "../../src/domain/operation-run/operation-queue.ts";
import { traced } from "./traced.ts";

/** What the queue gave up: closes or re-attempts the run that the message names. */
export function registerOperationsDeadLetter(app: WorkerApp): void {
  functions.serviceBusQueue("operationsDeadLetter", {
    connection: "SERVICE_BUS",
    queueName: "operations/$DeadLetterQueue",
    handler: async (message, context) => {
      const parsed = operationMessageSchema.safeParse(message);
      if (!parsed.success) {
        // Nothing of ours: there is no run to close, and giving it back would loop for ever.
        context.warn("operationsDeadLetter: a message that names no run was dropped");
        return;
      }
      const did = await traced(app, context, parsed.data, () => app.closeDeadLetter(parsed.data));
      context.log(`operationsDeadLetter ${parsed.data.tenantId} ${parsed.data.runId}: ${did}`);
    },
  });
}
