import { app as functions } from "@azure/functions";
import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { operationMessageSchema } from "../../src/domain/operation-run/operation-queue.ts";
import { makeDurableWorkflows } from "../durable-workflows.ts";
import { traced } from "./traced.ts";

/** The dispatcher: one message, one claim, one workflow. A throw gives the message back to the queue. */
export function registerOperations(app: WorkerApp): void {
  functions.serviceBusQueue("operations", {
    connection: "SERVICE_BUS",
    queueName: "operations",
    extraInputs: [df.input.durableClient()],
    handler: async (message, context) => {
      const operation = operationMessageSchema.parse(message);
      const workflows = makeDurableWorkflows(df.getClient(context));
      const did = await traced(app, context, operation, () => app.dispatchOperation(operation, workflows));
      context.log(`operations ${operation.tenantId} ${operation.runId} attempt ${operation.attempt}: ${did}`);
    },
  });
}
