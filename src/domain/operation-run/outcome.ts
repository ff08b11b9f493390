import type { Counts } from "../counts/counts.ts";

export type FinalOutcome = "succeeded" | "partially_succeeded" | "failed" | "cancelled";

/** How a run that came to its end went, from its counts alone (runs.md 6). An empty tenant is a success. */
export function deriveOutcome(counts: Counts): "succeeded" | "partially_succeeded" | "failed" {
  const hasTrouble = counts.failed > 0 || counts.gaps > 0;
  if (!hasTrouble) return "succeeded";
  return counts.succeeded > 0 ? "partially_succeeded" : "failed";
}
