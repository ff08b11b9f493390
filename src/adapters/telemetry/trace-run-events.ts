import type { PublishRunEvent } from "../../domain/operation-run/run-event.ts";
import type { Telemetry } from "../../domain/telemetry/telemetry.ts";

/** Events of runs as instants of the trace that the run belongs to. */
export function traceRunEvents(telemetry: Telemetry): PublishRunEvent {
  return ({ name, run, attempt, reason }) => {
    const facts = { tenantId: run.tenantId, runId: run.id, attempt };
    const what = reason === null ? `run ${name}` : `run ${name} ${reason}`;
    void telemetry.span({ name: what, kind: "internal", parent: run.traceparent, facts }, async () => undefined);
  };
}
