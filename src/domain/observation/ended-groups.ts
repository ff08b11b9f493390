import type { OperationRun } from "../operation-run/operation-run.ts";
import type { Part } from "./part.ts";

/**
 * How far the groups of a run are, with what the parts say of those that have ended: a run is patched at heartbeats
 * alone, and most groups end before their first.
 */
export function withEndedGroups(progress: OperationRun["progress"], parts: readonly Part[]): OperationRun["progress"] {
  const ended = parts.flatMap(({ group, ended: end }) => (end ? [[group, end] as const] : []));
  return { ...progress, ...Object.fromEntries(ended) };
}
