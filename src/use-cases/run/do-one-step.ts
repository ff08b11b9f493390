import { noProgress } from "../../domain/operation-run/group-progress.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import type { OneStep, StepOutcome } from "../../domain/operation-run/one-step.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import type { Work } from "../../domain/operation-run/work.ts";
import { type LeasedDeps, workUnderLease } from "./work-under-lease.ts";

export type OneStepDeps = LeasedDeps & {
  /** Whether requests to Microsoft Graph are stopped; what asks it waits then. */
  readonly isPaused: () => Promise<boolean>;
  /** The step of a run, by its type. */
  readonly stepOf: (run: OperationRun) => OneStep;
};

/** Does all the work of a run of one step, as the only one in the tenant that does. Safe to repeat. */
export async function doOneStep(deps: OneStepDeps, work: Work): Promise<StepOutcome> {
  const run = ifHeldByAttempt(await deps.stores.runs.read(work.runId), work.attempt);
  if (!run) return { kind: "ended" };
  const step = deps.stepOf(run);
  if (!(await makeKnown(deps, run, step))) return { kind: "ended" };
  const isPaused = runTypeOf(run).asksGraph ? deps.isPaused : async () => false;
  const done = Promise.withResolvers<StepOutcome>();
  const outcome = await workUnderLease({ ...deps, isPaused }, { ...work, group: step.group }, async (held) => {
    const { perform, progress } = await step.open(held);
    return {
      progress,
      perform: async (signal) => {
        const ending = await perform(signal);
        done.resolve({ kind: "done", group: step.group, progress: { ...progress(), waiting: null }, ...ending });
      },
    };
  });
  return outcome.kind === "done" ? done.promise : outcome;
}

/** Whoever waits says so inside the progress of the step, which must be there. False: somebody else holds the run. */
async function makeKnown({ stores }: OneStepDeps, run: OperationRun, { group }: OneStep): Promise<boolean> {
  if (run.progress[group]) return true;
  const noted = await stores.runs.note(run.id, {
    expected: { attempt: run.attempt, status: ["running"] },
    change: { progress: { ...run.progress, [group]: noProgress } },
  });
  return noted !== "moved_on";
}
