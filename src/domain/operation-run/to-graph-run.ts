import { type GraphRun, nothingSpent } from "../graph/graph-client.ts";
import type { OperationRun } from "./operation-run.ts";

/**
 * What a client needs to know of the run that it reads a service group for. The run's budget of retries is divided among
 * its groups, so that activities need no count in common; what one before this has spent stands in the run's progress.
 */
export function toGraphRun(
  { id, correlationId, deadlineAt, progress }: Pick<OperationRun, "id" | "correlationId" | "deadlineAt" | "progress">,
  group: string,
): GraphRun {
  const { asked, throttled, retried } = progress[group] ?? nothingSpent;
  const groups = Math.max(1, Object.keys(progress).length);
  return { id, correlationId, deadlineAt, share: { groups, asked, throttled, retried } };
}
