import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { attemptKey } from "../../domain/operation-run/run-identity.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { Workflows } from "../../domain/operation-run/workflows.ts";

/**
 * Starts the Durable instance of a run's attempt unless it exists. A start that fails is looked at again, because
 * starting an id that runs is an error and starting one that has finished would run it twice (azure-services.md 27).
 */
export async function startWorkflow(workflows: Workflows, run: OperationRun): Promise<void> {
  const instanceId = attemptKey(run.id, run.attempt);
  if ((await workflows.statusOf(instanceId)) !== "absent") return;
  try {
    const { tenantId, id: runId, attempt, traceparent } = run;
    const work = { tenantId, runId, attempt, ...(traceparent === null ? {} : { traceparent }) };
    await workflows.start(runTypeOf(run).workflow, instanceId, work);
  } catch (error) {
    if ((await workflows.statusOf(instanceId)) === "absent") throw error;
  }
}
