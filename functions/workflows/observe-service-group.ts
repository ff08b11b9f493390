import type { OrchestrationContext } from "durable-functions";
import * as df from "durable-functions";
import { groupWorkSchema } from "../../src/domain/observation/steps.ts";
import { type WorkOutcome, workOutcomeSchema } from "../../src/domain/operation-run/work.ts";
import { call, type Step } from "./call.ts";
import { laterOf } from "./later-of.ts";

/** Reads one service group of a tenant; while another run reads it, waits until that one's lease ends and asks again. */
export function* observeServiceGroup(context: OrchestrationContext): Step<WorkOutcome> {
  const work = groupWorkSchema.parse(context.df.getInput());
  for (;;) {
    const outcome = yield* call(context, "observeGroup", work, workOutcomeSchema);
    if (outcome.kind !== "busy") return outcome;
    yield context.df.createTimer(laterOf(context, outcome.until));
  }
}

export function registerObserveServiceGroup(): void {
  df.app.orchestration("observeServiceGroup", observeServiceGroup);
}
