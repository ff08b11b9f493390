import { z } from "zod";
import { countsSchema } from "../counts/counts.ts";
import { failureSchema, mergeFailures } from "../failure/failure.ts";
import type { OperationRun } from "../operation-run/operation-run.ts";
import { runWaitSchema, type ViewedAt, waitsOf } from "../operation-run/run-waits.ts";
import { withEndedGroups } from "./ended-groups.ts";
import type { Part } from "./part.ts";
import { typeResults } from "./type-results.ts";

const time = z.iso.datetime().nullable();

/** What became of one service group in the present or last attempt of a run. */
export const runPartSchema = z
  .object({
    group: z.string(),
    /** `stopped`: its run ended before all of it was read. `waiting`: it cannot go on now, or nothing is known of it yet. */
    state: z.enum(["waiting", "running", "done", "stopped"]),
    waiting: runWaitSchema.omit({ group: true }).nullable(),
    /** First and last reading of what is stored of it; null while there is nothing, `endedAt` also while it goes on. */
    startedAt: time,
    endedAt: time,
    counts: countsSchema,
    failures: z.array(failureSchema),
  })
  .meta({ id: "RunPart" });

export type RunPart = z.infer<typeof runPartSchema>;

/** The groups of a run by name, from what it says itself and from the parts of its attempt; without them, from the run. */
export function toRunParts(run: OperationRun, parts: readonly Part[], viewing: ViewedAt): RunPart[] {
  const partsOf = Map.groupBy(parts, ({ group }) => group);
  const waits = new Map(waitsOf(run, viewing).map(({ group, ...wait }) => [group, wait]));
  const progress = Object.entries(withEndedGroups(run.progress, parts));
  return progress
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, { throttled: _throttled, retried: _retried, waiting: _waiting, asked, ...counts }]) => {
      const own = partsOf.get(group) ?? [];
      const hasBegun = own.length > 0 || asked > 0 || counts.processed > 0;
      const waiting = waits.get(group) ?? null;
      const state = stateOf(run, own, waiting !== null || !hasBegun);
      return { group, state, waiting: state === "waiting" ? waiting : null, counts, ...readingOf(own, state) };
    });
}

function stateOf({ status, outcome }: OperationRun, own: readonly Part[], waits: boolean): RunPart["state"] {
  const isWhole = outcome === "succeeded" || outcome === "partially_succeeded";
  if (isWhole || own.some(({ ended }) => ended)) return "done";
  if (status === "completed") return "stopped";
  return waits ? "waiting" : "running";
}

function readingOf(own: readonly Part[], state: RunPart["state"]): Pick<RunPart, "startedAt" | "endedAt" | "failures"> {
  const isOver = state === "done" || state === "stopped";
  return {
    startedAt: own.map(({ window }) => window.from).sort()[0] ?? null,
    endedAt: isOver
      ? (own
          .map(({ window }) => window.to)
          .sort()
          .at(-1) ?? null)
      : null,
    failures: mergeFailures(typeResults(own).flatMap(({ failures }) => failures)),
  };
}
