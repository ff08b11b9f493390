import { sumCounts } from "../../domain/counts/counts.ts";
import { Fault } from "../../domain/error/fault.ts";
import { signInCodes } from "../../domain/error/sign-in-codes.ts";
import { sumDeleted } from "../../domain/failure/deleted-meanwhile.ts";
import { type Failure, mergeFailures } from "../../domain/failure/failure.ts";
import { withEndedGroups } from "../../domain/observation/ended-groups.ts";
import type { Part, TypeResult } from "../../domain/observation/part.ts";
import type { EndingWork } from "../../domain/observation/steps.ts";
import { countedTypes, typeResults } from "../../domain/observation/type-results.ts";
import { systemActor } from "../../domain/operation-run/events.ts";
import { ifHeldByAttempt } from "../../domain/operation-run/held-attempt.ts";
import { type Ending, failedWith } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun, RunResult } from "../../domain/operation-run/operation-run.ts";
import { deriveOutcome } from "../../domain/operation-run/outcome.ts";
import { runTypeOf } from "../../domain/operation-run/run-type.ts";
import { openTenantScope, type TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { sealSnapshot } from "../snapshot/seal-snapshot.ts";
import { applyToTenant } from "../tenant/move-tenant.ts";
import { endingFromSnapshot, endOrComplete } from "./end-or-complete.ts";
import { type AfterSealing, type EndDeps, endRun } from "./end-run.ts";
import { typesOfRun } from "./types-of-run.ts";

export type EndOperationDeps = EndDeps & {
  readonly afterSealing: AfterSealing;
  /** All object types, and whether a complete listing shows every object of it. */
  readonly objectTypes: readonly { readonly key: string; readonly isListedWhole: boolean }[];
};

/**
 * The last step of an attempt: sums the parts, seals the snapshot if there is one to seal, and ends the run. Safe to
 * repeat; when another attempt or the reconciler was first, their end stands. Answers the run's outcome.
 */
export async function endOperation(deps: EndOperationDeps, work: EndingWork): Promise<string> {
  const scope = openTenantScope(work.tenantId, "run");
  const run = ifHeldByAttempt(await deps.storesFor(scope).runs.read(work.runId), work.attempt);
  if (!run) return "ended";
  const parts = await deps.storesFor(scope).parts.ofAttempt(run.id, run.attempt);
  // Before the end: whoever is interrupted after it does not come here again.
  await noteListings(deps, scope, parts);
  if (work.reason === "done") checkAllRead(await typesOfRun(deps.storesFor(scope).runs, run), parts);
  const summed = toEnding(run, parts, work);
  const seals = work.reason === "done" && runTypeOf(run).endsFrom === "snapshot" && summed.outcome !== "failed";
  const ending = seals ? await sealed(deps, scope, run, parts, summed) : summed;
  const ended = await (seals ? endRun(deps, scope, run, ending) : endOrComplete(deps, scope, run, ending));
  if (runTypeOf(run).reads !== "nothing") await noteTenantState(deps, scope, ending);
  return ended === "moved_on" ? "ended" : ended.outcome;
}

async function sealed(
  deps: EndOperationDeps,
  scope: TenantScope,
  run: OperationRun,
  parts: readonly Part[],
  ending: Ending,
): Promise<Ending> {
  const answer = await sealSnapshot(deps, scope, run, parts);
  if (answer === "abandoned") return { ...failedWith(closed), counts: ending.counts, result: ending.result };
  await deps.afterSealing(scope, run);
  const { snapshot, isOurs } = answer;
  // Sealed by an attempt before: the run reports what its snapshot holds, not what was read in vain.
  if (!isOurs) return endingFromSnapshot(snapshot);
  return { ...ending, result: { ...ending.result, snapshotId: snapshot.id } };
}

/** What was listed completely was listed, however the run ends: objects that did not change were seen then. */
async function noteListings(
  { storesFor, objectTypes }: EndOperationDeps,
  scope: TenantScope,
  parts: readonly Part[],
): Promise<void> {
  const listed = new Set(objectTypes.filter(({ isListedWhole }) => isListedWhole).map(({ key }) => key));
  const isComplete = ({ type, typeState }: TypeResult): boolean => typeState.state === "complete" && listed.has(type);
  const complete = countedTypes(parts).filter(({ result }) => isComplete(result));
  const [at] = complete.map(({ part }) => part.window.from).sort();
  if (at === undefined) return;
  const objects = new Map(complete.map(({ result }) => [result.type, result.counts.succeeded]));
  const all = objectTypes.map(({ key }) => key);
  await storesFor(scope).inventory.noteListed({ at, objects }, all);
}

/** What was done stays recorded, however the run ended. */
function toEnding(run: OperationRun, parts: readonly Part[], work: EndingWork): Ending {
  const results = typeResults(parts);
  const counts = sumCounts(results.map((each) => each.counts));
  const failures = mergeFailures(results.flatMap((each) => each.failures));
  const result = resultOf(parts, results);
  const progress = withEndedGroups(run.progress, parts);
  if (work.reason === "done") return { outcome: deriveOutcome(counts), counts, failures, result, progress };
  if (work.reason === "cancelled") return { outcome: "cancelled", counts, failures, result, progress };
  const reason = work.failure ?? run.trouble ?? unexpected;
  return { ...failedWith(reason), counts, failures: mergeFailures([reason, ...failures]), result, progress };
}

/**
 * A type that was requested and is in no part would be a silent loss. Another process may have written it just now, so this
 * step is tried again; when that does not help, the run fails.
 */
function checkAllRead(types: readonly string[], parts: readonly Part[]): void {
  const read = new Set(typeResults(parts).map(({ type }) => type));
  const lost = types.filter((type) => !read.has(type));
  if (lost.length > 0)
    throw new Fault("conflict", `${lost.length} object types are in no part yet.`, { target: lost[0] ?? "" });
}

function resultOf(parts: readonly Part[], results: readonly TypeResult[]): RunResult {
  const sum = (value: (part: Part) => number): number => parts.reduce((total, part) => total + value(part), 0);
  const deleted = sumDeleted(results.flatMap(({ deletedMeanwhile }) => deletedMeanwhile ?? []));
  return {
    objectsAdded: sum((part) => part.objectsAdded),
    bytesAdded: sum((part) => part.bytesAdded),
    graphRequests: sum((part) => part.graphRequests),
    ...(deleted.count === 0 ? {} : { deletedMeanwhile: deleted.objects, deletedMeanwhileCount: deleted.count }),
  };
}

/** Losing the tenant's sign-in is one state of the tenant; the next run that reads anything clears it. */
async function noteTenantState(deps: EndOperationDeps, scope: TenantScope, ending: Ending): Promise<void> {
  const lost = ending.failures.find(({ code }) => signInCodes.has(code));
  const hasRead = ending.outcome === "succeeded" || ending.outcome === "partially_succeeded";
  if (lost) await applyToTenant(deps, scope, { kind: "sign_in_refused", code: lost.code }, systemActor);
  else if (hasRead) await applyToTenant(deps, scope, { kind: "read" }, systemActor);
}

const closed: Failure = {
  code: "stalled",
  message: "The run was being closed when its snapshot was to be sealed.",
  target: "",
  count: 1,
};

const unexpected: Failure = { code: "unexpected", message: "A step failed for good.", target: "", count: 1 };
