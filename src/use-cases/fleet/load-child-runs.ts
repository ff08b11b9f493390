import type { Link } from "../../domain/fleet/link.ts";
import type { LinkWithChild } from "../../domain/fleet/settle-link.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";

/**
 * Links with their children as these are now, where they still work: the others say by themselves how they ended. A child
 * that is not to be seen has not ended, as far as anybody knows.
 */
export async function loadChildRuns(
  { aggregation }: { readonly aggregation: Pick<Aggregation, "runs"> },
  links: readonly Link[],
): Promise<LinkWithChild[]> {
  const refs = links.flatMap(({ state, childTenantId: tenantId, childRunId: runId }) =>
    state !== "active" || runId === null ? [] : [{ tenantId, runId }],
  );
  const children = new Map((await aggregation.runs(refs)).map((run) => [run.id, run]));
  return links.map((link) => ({ link, child: children.get(link.childRunId ?? "") }));
}
