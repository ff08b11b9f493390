import type { PatchOperation, PatchRequestBody } from "@azure/cosmos";
import { toSmallProgress } from "../../domain/operation-run/group-progress.ts";
import type { Transition } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";

/**
 * A transition as a conditional patch: the predicate names attempt and status, not the whole document's etag. From its
 * end a run has a time to live. One patch takes ten operations (azure-services.md 1).
 */
export function toPatch(
  { expected, change }: Transition,
  { runTtlSeconds }: { readonly runTtlSeconds: number },
): PatchRequestBody {
  const lifetime = change.status === "completed" ? { ttl: runTtlSeconds } : {};
  const progress = change.progress === undefined ? {} : { progress: toSmall(change.progress) };
  const changes = { ...change, ...progress, ...lifetime };
  const operations = Object.entries(changes).map(([name, value]) => setAt(`/${name}`, value));
  return { condition: conditionOf(expected), operations };
}

function toSmall(progress: OperationRun["progress"]): object {
  return Object.fromEntries(Object.entries(progress).map(([group, each]) => [group, toSmallProgress(each)]));
}

/** Values come from the domain's closed lists and from integers; no caller text reaches the predicate. */
export function conditionOf({ attempt, status, unset, wakes }: Transition["expected"]): string {
  const allowed = status.map((each) => `'${each}'`).join(", ");
  const unsetYet = unset ? ` AND IS_NULL(c.${unset})` : "";
  const wokenSoOften = wakes === undefined ? "" : ` AND c.wakes = ${Math.trunc(wakes)}`;
  return `FROM c WHERE c.attempt = ${Math.trunc(attempt)} AND c.status IN (${allowed})${unsetYet}${wokenSoOften}`;
}

export function setAt(path: string, value: unknown): PatchOperation {
  return { op: "set", path, value };
}
