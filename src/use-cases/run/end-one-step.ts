import { countsSchema, noCounts, sumCounts } from "../../domain/counts/counts.ts";
import type { Failure } from "../../domain/failure/failure.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import { cancelledEnding, type Ending, failedWith } from "../../domain/operation-run/lifecycle.ts";
import type { StepEnd } from "../../domain/operation-run/one-step.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { deriveOutcome } from "../../domain/operation-run/outcome.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type EndDeps, endRun } from "./end-run.ts";

/**
 * The last activity of a run of one step: ends it as the step says, or for the reason that kept the step from its end. Safe
 * to repeat; when another attempt or the reconciler was first, their end stands. Answers the run's outcome.
 */
export async function endOneStep(deps: EndDeps, end: StepEnd): Promise<string> {
  const scope = openTenantScope(end.tenantId, "run");
  const run = ifHeldByAttempt(await deps.storesFor(scope).runs.read(end.runId), end.attempt);
  if (!run) return "ended";
  const ending = toEnding(run, end);
  const ended = await endRun(deps, scope, run, ending);
  return ended === "moved_on" ? "ended" : ended.outcome;
}

function toEnding(run: OperationRun, { reason, failure, done }: StepEnd): Ending {
  if (reason === "done" && done) {
    const { group, progress, failures, result } = done;
    const counts = countsSchema.parse(progress);
    return { outcome: deriveOutcome(counts), counts, failures, result, progress: { [group]: progress } };
  }
  const counts = sumCounts([noCounts, ...Object.values(run.progress)].map((each) => countsSchema.parse(each)));
  if (reason === "cancelled") return { ...cancelledEnding, counts };
  return { ...failedWith(failure ?? run.trouble ?? unexpected), counts };
}

const unexpected: Failure = { code: "unexpected", message: "The step failed for good.", target: "", count: 1 };
