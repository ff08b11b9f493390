import type { OrchestrationContext } from "durable-functions";
import { z } from "zod";
import { type StepEnd, type StepOutcome, stepOutcomeSchema } from "../../src/domain/operation-run/one-step.ts";
import { type Work, workSchema } from "../../src/domain/operation-run/work.ts";
import { visibleText } from "../../src/domain/text/visible-text.ts";
import { call, type Step } from "./call.ts";
import { timerTime } from "./timer-time.ts";

// Seven events a round: a generation's history stays short, however long the step waits.
const roundsPerGeneration = 50;

/**
 * Runs work that one activity does (src/domain/operation-run/one-step.ts); while it has to wait, looks again whenever the
 * activity asks for that. Whatever breaks is written to the run; only a workflow that cannot even do that is left to the
 * reconciler.
 */
export function* runOneStep(context: OrchestrationContext): Step<string> {
  const work = workSchema.parse(context.df.getInput());
  try {
    for (let round = 0; round < roundsPerGeneration; round += 1) {
      const outcome = yield* call(context, "doOneStep", work, stepOutcomeSchema);
      if (outcome.kind !== "busy") return yield* finish(context, work, outcome);
      yield context.df.createTimer(timerTime(context, outcome.until));
    }
  } catch (error) {
    // The error of the last try is on the run; the engine's text about it says nothing stable.
    context.log(`runOneStep ${work.runId}: the step failed for good`, visibleText(String(error)).slice(0, 200));
    return yield* end(context, work, { reason: "broken" });
  }
  context.df.continueAsNew(work);
  return "continued";
}

function* finish(
  context: OrchestrationContext,
  work: Work,
  outcome: Exclude<StepOutcome, { kind: "busy" }>,
): Step<string> {
  if (outcome.kind === "ended") return "ended";
  if (outcome.kind === "stop") return yield* end(context, work, { reason: "stopped", failure: outcome.failure });
  if (outcome.kind === "cancelled") return yield* end(context, work, { reason: "cancelled" });
  const { kind: _, ...done } = outcome;
  return yield* end(context, work, { reason: "done", done });
}

type How = Pick<StepEnd, "reason"> & Partial<Pick<StepEnd, "failure" | "done">>;

function* end(context: OrchestrationContext, work: Work, how: How): Step<string> {
  return yield* call(context, "endOneStep", { ...work, failure: null, done: null, ...how }, z.string());
}
