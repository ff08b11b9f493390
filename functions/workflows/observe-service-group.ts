import type { OrchestrationContext } from "durable-functions";
import * as df from "durable-functions";
import { type GroupOutcome, groupOutcomeSchema, groupWorkSchema } from "../../src/domain/observation/steps.ts";
import { call, type Step } from "./call.ts";

/** Reads one service group of a tenant; while another run reads it, waits until that one's lease ends and asks again. */
export function* observeServiceGroup(context: OrchestrationContext): Step<GroupOutcome> {
  const work = groupWorkSchema.parse(context.df.getInput());
  for (;;) {
    const outcome = yield* call(context, "observeGroup", work, groupOutcomeSchema);
    if (outcome.kind !== "busy") return outcome;
    yield context.df.createTimer(laterOf(context, outcome.until));
  }
}

// At least a second from the workflow's own time, so that an expiry in the past cannot make a loop without pause.
const shortestWaitMs = 1_000;

function laterOf(context: OrchestrationContext, until: string): Date {
  const earliest = context.df.currentUtcDateTime.getTime() + shortestWaitMs;
  return new Date(Math.max(earliest, Date.parse(until)));
}

export function registerObserveServiceGroup(): void {
  df.app.orchestration("observeServiceGroup", observeServiceGroup);
}
