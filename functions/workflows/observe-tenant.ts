import type { OrchestrationContext } from "durable-functions";
import { z } from "zod";
import { type Plan, planSchema } from "../../src/domain/observation/steps.ts";
import { type Work, type WorkOutcome, workOutcomeSchema, workSchema } from "../../src/domain/operation-run/work.ts";
import { visibleText } from "../../src/domain/text/visible-text.ts";
import { call, type Step } from "./call.ts";

type Groups = Extract<Plan, { kind: "planned" }>["groups"];

/**
 * Reads a tenant for one attempt of a run: all service groups at once, then what they refer to, then the end.
 * Whatever breaks is written to the run; only a workflow that cannot even do that is left to the reconciler.
 */
export function* observeTenant(context: OrchestrationContext): Step<string> {
  const work = workSchema.parse(context.df.getInput());
  try {
    const plan = yield* call(context, "planOperation", work, planSchema);
    if (plan.kind === "ended") return "ended";
    const outcomes = yield* observeGroups(context, work, plan.groups);
    const early = outcomes.find(endsEarly);
    if (early) return yield* finish(context, work, early);
    const references = yield* observeGroups(context, work, plan.references);
    return yield* finish(context, work, references.find(endsEarly));
  } catch (error) {
    // The error of the last try is on the run; the engine's text about it says nothing stable.
    context.log(`observeTenant ${work.runId}: a step failed for good`, visibleText(String(error)).slice(0, 200));
    return yield* end(context, work, "broken", null);
  }
}

/** A sub-orchestration has the version of its parent: after a roll-back an older worker can still finish both (docs/runbooks/roll-back.md). */
function* observeGroups(context: OrchestrationContext, work: Work, groups: Groups): Step<WorkOutcome[]> {
  if (groups.length === 0) return [];
  const tasks = groups.map((each) =>
    context.df.callSubOrchestrator(
      "observeServiceGroup",
      { ...work, ...each },
      `${context.df.instanceId}-${each.group}`,
      context.df.version,
    ),
  );
  const results = yield context.df.Task.all(tasks);
  return z.array(workOutcomeSchema).parse(results);
}

function endsEarly({ kind }: WorkOutcome): boolean {
  return kind !== "done";
}

function* finish(context: OrchestrationContext, work: Work, early: WorkOutcome | undefined): Step<string> {
  if (early === undefined) return yield* end(context, work, "done", null);
  if (early.kind === "stop") return yield* end(context, work, "stopped", early.failure);
  if (early.kind === "cancelled") return yield* end(context, work, "cancelled", null);
  return "ended";
}

function* end(context: OrchestrationContext, work: Work, reason: string, failure: object | null): Step<string> {
  return yield* call(context, "endOperation", { ...work, reason, failure }, z.string());
}
