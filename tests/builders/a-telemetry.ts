import type { Measurements } from "../../src/domain/telemetry/measurement.ts";
import type { SpanFacts, SpanStart, Telemetry } from "../../src/domain/telemetry/telemetry.ts";

export type RecordedSpan = Pick<SpanStart, "name" | "kind"> & { readonly facts: SpanFacts };

/** Telemetry that keeps what it is told. */
export function aTelemetry() {
  const spans: RecordedSpan[] = [];
  const measured: Measurements[] = [];
  let flushes = 0;
  const telemetry: Telemetry = {
    isOn: true,
    span: async ({ name, kind, parent, facts = {} }, work) => {
      let noted: SpanFacts = facts;
      const note = (more: SpanFacts): void => {
        noted = { ...noted, ...more };
      };
      try {
        return await work({ traceparent: parent ?? null, note });
      } finally {
        spans.push({ name, kind, facts: noted });
      }
    },
    measure: (measurements) => void measured.push(measurements),
    flush: async () => {
      flushes += 1;
    },
  };
  return { telemetry, spans, measured, flushes: () => flushes };
}
