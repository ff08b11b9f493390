import { z } from "zod";
import { failureSchema } from "../failure/failure.ts";
import type { TenantScope } from "../tenant-scope/tenant-scope.ts";
import { type GroupProgress, groupProgressSchema } from "./group-progress.ts";
import { type OperationRun, runResultSchema } from "./operation-run.ts";
import { busySchema, stopSchemas, workSchema } from "./work.ts";

/*
 * A run of one step, such as `directory.sync`: work that one activity does from beginning to end, under a lease and
 * heartbeats. Another one is a declaration with `workflow: "runOneStep"` and `endsFrom: "step"`, and its step in
 * src/app/one-steps.ts; workflow, waiting, cancelling, deadline, attempts and ending are those of all.
 */

/** How such a work ended; the outcome of the run follows from what was counted. */
export const stepEndingSchema = z.object({ failures: z.array(failureSchema), result: runResultSchema.nullable() });
export type StepEnding = z.infer<typeof stepEndingSchema>;

/** The work of one holder of the step's lease. */
export type OneStep = {
  /** Names the lease, of which a tenant has one at a time, and where the run says how far it is. */
  readonly group: string;
  /** Makes ready to work; called when the lease is held. */
  readonly open: (run: OperationRun) => Promise<OpenStep>;
};

export type OpenStep = {
  /**
   * Does the work, safe to repeat. GraphBackOff makes it wait and begin again later; a Fault that may be retried is thrown,
   * so that the engine does; one that may not ends the run as failed.
   */
  readonly perform: (signal: AbortSignal) => Promise<StepEnding>;
  /** How far it is: with every heartbeat, and at the end, where it says what the run came to. */
  readonly progress: () => GroupProgress;
};

/** The step of a run in a tenant. */
export type StepIn = (scope: TenantScope) => OneStep;

const doneSchema = stepEndingSchema.extend({ group: z.string(), progress: groupProgressSchema });

/** What the activity that does the step answers to its workflow. */
export const stepOutcomeSchema = z.discriminatedUnion("kind", [
  ...stopSchemas,
  busySchema,
  doneSchema.extend({ kind: z.literal("done") }),
]);
export type StepOutcome = z.infer<typeof stepOutcomeSchema>;

/** How the workflow wants the run to end: as the step says, or without it. */
export const stepEndSchema = workSchema.extend({
  reason: z.enum(["done", "cancelled", "stopped", "broken"]),
  failure: failureSchema.nullable(),
  done: doneSchema.nullable(),
});
export type StepEnd = z.infer<typeof stepEndSchema>;
