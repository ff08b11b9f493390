import { z } from "zod";
import { type Counts, countsSchema, noCounts, sumCounts } from "../counts/counts.ts";
import { failureSchema } from "../failure/failure.ts";
import { initiatorSchema, type OperationRun, operationRunSchema } from "./operation-run.ts";
import { parentOf } from "./parent-of.ts";
import { activityOf, activitySchema, runWaitSchema, type ViewedAt, waitsOf } from "./run-waits.ts";

/** A run as clients see it (interfaces.md). */
export const runViewSchema = operationRunSchema
  .pick({
    id: true,
    tenantId: true,
    type: true,
    status: true,
    outcome: true,
    attempt: true,
    createdAt: true,
    dispatchedAt: true,
    startedAt: true,
    heartbeatAt: true,
    deadlineAt: true,
    completedAt: true,
    cancelRequestedAt: true,
    waitingFor: true,
    retryOf: true,
    correlationId: true,
    result: true,
  })
  .extend({
    initiator: initiatorSchema,
    /** Ids of requests are in the detail. */
    failures: z.array(failureSchema.omit({ requestIds: true })),
    counts: countsSchema,
    input: operationRunSchema.shape.input,
    activity: activitySchema,
    /** Service groups that do not go on now; empty when none waits. */
    waiting: z.array(runWaitSchema),
    /** The fleet run that started it for this tenant; null when somebody else did. */
    parentRunId: z.string().nullable(),
  })
  .meta({ id: "Run" });

export type RunView = z.infer<typeof runViewSchema>;

export const startedViewSchema = runViewSchema
  .extend({ reused: z.boolean(), viewUrl: z.url() })
  .meta({ id: "StartedRun" });

export function toRunView(run: OperationRun, viewing: ViewedAt): RunView {
  const now = { activity: activityOf(run, viewing), waiting: waitsOf(run, viewing) };
  const failures = run.failures.map(({ requestIds: _ids, ...failure }) => failure);
  return runViewSchema.parse({ ...run, failures, counts: countsOf(run), ...now, parentRunId: parentOf(run) });
}

/** While a run is active its counts are the sum of what its service groups report; afterwards they are its own. */
export function countsOf(run: OperationRun): Counts {
  if (run.status === "completed") return run.counts;
  const groups = Object.values(run.progress);
  return groups.length === 0 ? noCounts : sumCounts(groups);
}
