import type { ErrorCode } from "../error/error-codes.ts";
import type { OperationRun } from "../operation-run/operation-run.ts";
import type { Part, TypeResult } from "./part.ts";
import { typeResults } from "./type-results.ts";

/** What a run names without having failed. */
const notes: ReadonlySet<ErrorCode> = new Set(["not_licensed", "reference_deleted"]);

/**
 * Of the object types of a completed run, those that a retry of "failed" reads again, sorted. When every reason names a
 * type, those are all; when something stopped the run as a whole, every type is that has no result without failures. A
 * type that is not licensed has not failed, nor has one of which an object was deleted.
 */
export function failedTypesOf(run: OperationRun, types: readonly string[], parts: readonly Part[]): string[] {
  const named = run.failures.filter(({ code }) => !notes.has(code)).map(({ target }) => target.split("/")[0] ?? "");
  const requested = new Set(types);
  const wasStopped = run.outcome === "cancelled" || named.some((type) => !requested.has(type));
  if (!wasStopped) return [...new Set(named)].sort();
  const good = new Set(
    typeResults(parts)
      .filter(isGood)
      .map(({ type }) => type),
  );
  return [...requested].filter((type) => !good.has(type)).sort();
}

function isGood({ typeState, counts }: TypeResult): boolean {
  return typeState.state !== "incomplete" && counts.failed === 0;
}
