import type { OperationQueue } from "../../domain/operation-run/operation-queue.ts";
import type { Telemetry } from "../../domain/telemetry/telemetry.ts";

/** A queue whose sends are traced as spans of the trace that the message carries. */
export function tracedQueue(queue: OperationQueue, telemetry: Telemetry): OperationQueue {
  return {
    send: (message, options) => {
      const facts = { tenantId: message.tenantId, runId: message.runId, attempt: message.attempt };
      const start = { name: "send operations", kind: "producer", parent: options.traceparent, facts } as const;
      return telemetry.span(start, () => queue.send(message, options));
    },
  };
}
