import { type DurableClient, OrchestrationRuntimeStatus } from "durable-functions";
import type { Workflows } from "../src/domain/operation-run/workflows.ts";

const active = new Set<OrchestrationRuntimeStatus>([
  OrchestrationRuntimeStatus.Pending,
  OrchestrationRuntimeStatus.Running,
  OrchestrationRuntimeStatus.Suspended,
  OrchestrationRuntimeStatus.ContinuedAsNew,
]);

/** The Durable engine behind its port, for one invocation: the client comes from the invocation's binding. */
export function makeDurableWorkflows(client: DurableClient): Workflows {
  return {
    statusOf: async (instanceId) => {
      const status = await statusOrNone(client, instanceId);
      if (status === undefined) return "absent";
      return active.has(status) ? "active" : "finished";
    },
    start: async (workflow, instanceId, input) => {
      await client.startNew(workflow, { instanceId, input });
    },
    terminate: (instanceId, reason) => client.terminate(instanceId, reason),
  };
}

// durable-functions 3.5.0 throws a plain Error for an unknown instance; its text is all that distinguishes it from a failure.
const unknownInstance = "replied with HTTP 404 response";

async function statusOrNone(
  client: DurableClient,
  instanceId: string,
): Promise<OrchestrationRuntimeStatus | undefined> {
  try {
    return (await client.getStatus(instanceId)).runtimeStatus;
  } catch (error) {
    if (error instanceof Error && error.message.includes(unknownInstance)) return undefined;
    throw error;
  }
}
