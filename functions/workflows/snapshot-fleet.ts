import type { OrchestrationContext } from "durable-functions";
import { z } from "zod";
import {
  type FleetStep,
  type FleetWork,
  fleetPlanSchema,
  fleetStepSchema,
  fleetWorkSchema,
} from "../../src/domain/fleet/steps.ts";
import { visibleText } from "../../src/domain/text/visible-text.ts";
import { call, type Step } from "./call.ts";
import { timerTime } from "./timer-time.ts";

// About eight events a round: a generation's history stays short, however long the fleet takes.
const roundsPerGeneration = 50;

// A round that failed, its retries too: the database may be away. The reconciler sees a parent that stays silent.
const afterFailureMs = 15_000;

/**
 * Runs the tenants of a fleet run, round by round, until all have ended. Children are runs of their own, so that
 * the history says nothing of them; which of them are active or waiting is in the database. Whatever breaks is tried again: the
 * run is ended by its count, a cancel, its deadline, or when several attempts fell silent.
 */
export function* snapshotFleet(context: OrchestrationContext): Step<string> {
  const work = fleetWorkSchema.parse(context.df.getInput());
  if (!work.isPlanned && (yield* call(context, "planFleet", work, fleetPlanSchema)).kind === "ended") return "ended";
  for (let round = 0; round < roundsPerGeneration; round += 1) {
    const step = yield* walk(context, work);
    if (step.kind === "over") return step.outcome;
    yield context.df.createTimer(timerTime(context, step.until));
  }
  context.df.continueAsNew({ ...work, isPlanned: true });
  return "continued";
}

type Walked = { readonly kind: "over"; readonly outcome: string } | Extract<FleetStep, { kind: "wait" }>;

function* walk(context: OrchestrationContext, work: FleetWork): Step<Walked> {
  try {
    const step = yield* call(context, "walkFleet", work, fleetStepSchema);
    if (step.kind === "wait") return step;
    if (step.kind === "ended") return { kind: "over", outcome: "ended" };
    const { isPlanned: _, ...ending } = work;
    return { kind: "over", outcome: yield* call(context, "endFleet", { ...ending, reason: step.kind }, z.string()) };
  } catch (error) {
    context.log(`snapshotFleet ${work.runId}: a round failed`, visibleText(String(error)).slice(0, 200));
    return { kind: "wait", until: new Date(context.df.currentUtcDateTime.getTime() + afterFailureMs).toISOString() };
  }
}
