import { describe, expect, it } from "vitest";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { toGraphRun } from "../../../src/domain/operation-run/to-graph-run.ts";
import { aRun } from "../../builders/a-run.ts";

describe("a run as its client of Graph knows it", () => {
  it("has one share of the budget for each of its groups, and what this group has spent of its own", () => {
    const spent = { ...noProgress, asked: 40, throttled: 3, retried: 2 };
    const run = aRun({ progress: { applications: spent, rbac: noProgress, enrollment: noProgress } });
    const { id, correlationId, deadlineAt } = run;
    expect(toGraphRun(run, "applications")).toEqual({
      id,
      correlationId,
      deadlineAt,
      share: { groups: 3, asked: 40, throttled: 3, retried: 2 },
    });
  });

  it("has the whole budget, of which nothing is spent, before anything is planned", () => {
    const { share } = toGraphRun(aRun({ progress: {} }), "applications");
    expect(share).toEqual({ groups: 1, asked: 0, throttled: 0, retried: 0 });
  });
});
