import { z } from "zod";
import { limitedCountSchema } from "../counts/limited-count.ts";
import type { OperationRun } from "./operation-run.ts";

/** A run in one word: where it stands, or how it ended. */
export const runStates = ["queued", "running", "succeeded", "partially_succeeded", "failed", "cancelled"] as const;

export type RunState = (typeof runStates)[number];

/** How many runs are in each state; each count stops at `mostCounted`. */
export const stateCountsSchema = z
  .object({
    queued: limitedCountSchema,
    running: limitedCountSchema,
    succeeded: limitedCountSchema,
    partially_succeeded: limitedCountSchema,
    failed: limitedCountSchema,
    cancelled: limitedCountSchema,
  } satisfies Record<RunState, typeof limitedCountSchema>)
  .meta({ id: "RunCounts" });

export type StateCounts = z.infer<typeof stateCountsSchema>;

export const mostCounted = 1_000;

/** The property of a run that says its state. */
export function propertyOf(state: RunState): "status" | "outcome" {
  return state === "queued" || state === "running" ? "status" : "outcome";
}

export function isInState(run: Pick<OperationRun, "status" | "outcome">, state: RunState): boolean {
  return run[propertyOf(state)] === state;
}
