import type { WorkerApp } from "../../src/app/worker-app.ts";
import type { Work } from "../../src/domain/operation-run/work.ts";

/** Runs an activity as a span of the trace that its run belongs to. */
export function traced<W extends Work & { readonly group?: string }, R>(
  { telemetry }: Pick<WorkerApp, "telemetry">,
  name: string,
  work: W,
  run: (work: W) => Promise<R>,
): Promise<R> {
  const { tenantId, runId, attempt, group, traceparent } = work;
  const facts = { tenantId, runId, attempt, group };
  return telemetry.span({ name: `activity ${name}`, kind: "internal", parent: traceparent, facts }, () => run(work));
}
