import type { OrchestrationContext } from "durable-functions";
import { groupWorkSchema } from "../../src/domain/observation/steps.ts";
import { type WorkOutcome, workOutcomeSchema } from "../../src/domain/operation-run/work.ts";
import { call, type Step } from "./call.ts";
import { timerTime } from "./timer-time.ts";

// Seven events a round: a generation's history stays short, however long the group waits.
const roundsPerGeneration = 50;

// What a version without generations began goes on without them (ADR 0008).
const withoutGenerations: ReadonlySet<string> = new Set(["", "1.0"]);

/**
 * Reads one service group of a tenant; while it has to wait (another run reads it, Graph limits it, somebody paused it),
 * looks again whenever the activity asks for that.
 */
export function* observeServiceGroup(context: OrchestrationContext): Step<WorkOutcome | "continued"> {
  const work = groupWorkSchema.parse(context.df.getInput());
  for (let round = 1; ; round += 1) {
    const outcome = yield* call(context, "observeGroup", work, workOutcomeSchema);
    if (outcome.kind !== "busy") return outcome;
    yield context.df.createTimer(timerTime(context, outcome.until));
    if (round < roundsPerGeneration || withoutGenerations.has(context.df.version ?? "")) continue;
    context.df.continueAsNew(work);
    return "continued";
  }
}
