import { describe, expect, it } from "vitest";
import { toFleetCounts, toFleetFailures, toTally } from "../../../src/domain/fleet/fleet-counts.ts";
import type { Tally } from "../../../src/domain/fleet/link.ts";
import { deriveOutcome } from "../../../src/domain/operation-run/outcome.ts";

const aTally = (given: Partial<Tally> = {}): Tally => toTally((state) => given[state] ?? 0);

describe("what a fleet run counts", () => {
  it("is tenants: those that wait, are held or work are in the total only", () => {
    expect(toFleetCounts(aTally({ waiting: 5, held: 1, active: 2 }), 8)).toEqual({
      total: 8,
      processed: 0,
      succeeded: 0,
      failed: 0,
      skipped: 0,
      gaps: 0,
    });
  });

  it("has every ended tenant exactly once as succeeded, failed or skipped", () => {
    const tally = aTally({ succeeded: 4, partially_succeeded: 3, failed: 2, cancelled: 1, skipped: 5 });
    const counts = toFleetCounts(tally, 15);
    expect(counts).toEqual({ total: 15, processed: 15, succeeded: 7, failed: 3, skipped: 5, gaps: 8 });
    expect(counts.succeeded + counts.failed + counts.skipped).toBe(counts.processed);
  });

  it.each([
    { what: "no tenants at all", tally: {}, total: 0, outcome: "succeeded" },
    { what: "all succeeded", tally: { succeeded: 2 }, total: 2, outcome: "succeeded" },
    { what: "one with gaps", tally: { partially_succeeded: 1 }, total: 1, outcome: "partially_succeeded" },
    { what: "one failed of two", tally: { succeeded: 1, failed: 1 }, total: 2, outcome: "partially_succeeded" },
    { what: "one cancelled of two", tally: { succeeded: 1, cancelled: 1 }, total: 2, outcome: "partially_succeeded" },
    { what: "one passed over", tally: { succeeded: 1, skipped: 1 }, total: 2, outcome: "partially_succeeded" },
    { what: "all passed over", tally: { skipped: 2 }, total: 2, outcome: "failed" },
    { what: "all failed", tally: { failed: 2 }, total: 2, outcome: "failed" },
  ])("makes the outcome of a fleet with $what: $outcome", ({ tally, total, outcome }) => {
    expect(deriveOutcome(toFleetCounts(aTally(tally), total))).toBe(outcome);
  });

  it("names each reason once, with how many tenants it is about, and no tenant's data (P6.10)", () => {
    const failures = toFleetFailures(new Map([["graph_consent_missing", 300]] as const));
    expect(failures).toEqual([{ code: "graph_consent_missing", message: expect.any(String), target: "", count: 300 }]);
  });
});
