import { describe, expect, it } from "vitest";
import { noCounts } from "../../../src/domain/counts/counts.ts";
import {
  runCancelRequested,
  runEnded,
  runQueued,
  runRequeued,
  systemActor,
} from "../../../src/domain/operation-run/events.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { toRunDetail } from "../../../src/domain/operation-run/run-detail.ts";
import { timelineOf } from "../../../src/domain/operation-run/timeline.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun, operator, someIds } from "../../builders/a-run.ts";

const newId = someIds();
const given = (minute: number, actor: typeof operator | typeof systemActor = operator) => ({
  actor,
  newId,
  at: `2026-03-01T08:0${minute}:00.000Z`,
});

describe("the timeline of a run", () => {
  it("tells each transition in order, with attempt, reason and actor (US4)", () => {
    const first = aRun({ status: "running", startedAt: "2026-03-01T08:01:00.000Z" });
    const second = aRun({
      ...first,
      attempt: 2,
      dispatchedAt: "2026-03-01T08:03:00.000Z",
      startedAt: "2026-03-01T08:04:00.000Z",
    });
    const audit = [
      runEnded(second, "cancelled", given(6, systemActor)).audit,
      runQueued(first, given(0)).audit,
      runRequeued(first, "stalled", given(2, systemActor)).audit,
      runCancelRequested(second, given(5)).audit,
    ].flatMap((each) => each ?? []);
    const told = timelineOf(second, audit).map(({ at, event, attempt, reason, actor }) =>
      [at.slice(14, 16), event, attempt, reason, actor?.kind ?? null].join(" "),
    );
    expect(told).toEqual([
      "00 queued 1  user",
      "01 started 1  ",
      "02 requeued 2 stalled system",
      "03 sent 2  ",
      "04 started 2  ",
      "05 cancel_requested 2  user",
      "06 ended 2 cancelled system",
    ]);
  });

  it("the timeline of one millisecond keeps the order in which things can happen", () => {
    const at = "2026-03-01T08:00:00.000Z";
    const run = aRun({ dispatchedAt: at, startedAt: at });
    const audit = [runEnded(run, "failed", given(0)).audit, runQueued(run, given(0)).audit];
    const events = timelineOf(
      run,
      audit.flatMap((each) => each ?? []),
    ).map(({ event }) => event);
    expect(events).toEqual(["queued", "sent", "started", "ended"]);
  });
});

describe("the detail of a run", () => {
  const none = { audit: [], joins: [], retries: [] };
  const viewing = { nowMs: Date.parse(startOfTime), silentAfterMs: 60_000 };

  it("groups failures by code, the most frequent first, with what helps", () => {
    const failure = { message: "No.", target: "a", count: 1 };
    const run = aRun({
      status: "completed",
      failures: [
        { ...failure, code: "graph_throttled" },
        { ...failure, code: "graph_forbidden", count: 3 },
        { ...failure, code: "graph_forbidden", target: "b" },
      ],
    });
    const groups = toRunDetail(run, none, viewing).failuresByCode;
    expect(groups.map(({ code, count, failures }) => [code, count, failures.length])).toEqual([
      ["graph_forbidden", 4, 2],
      ["graph_throttled", 1, 1],
    ]);
    expect(groups[0]?.advice).toContain("permission");
  });

  it("links to the snapshot that the run made and to the run that it repeats", () => {
    const run = aRun({ result: { snapshotId: "snapshot-1" }, retryOf: "before" });
    expect(toRunDetail(run, none, viewing).links).toEqual({
      snapshot: `/api/tenants/${run.tenantId}/snapshots/snapshot-1`,
      retryOf: `/api/tenants/${run.tenantId}/operations/before`,
    });
    expect(toRunDetail(aRun(), none, viewing).links).toEqual({ snapshot: null, retryOf: null });
  });

  it("counts of each service group how often Graph limited it, also when the run has ended", () => {
    const progress = { rbac: { ...noProgress, throttled: 3 }, deviceConfiguration: noProgress };
    const { groups } = toRunDetail(aRun({ progress, status: "completed" }), none, viewing);
    expect(groups).toEqual([
      { group: "deviceConfiguration", counts: noCounts, throttled: 0 },
      { group: "rbac", counts: noCounts, throttled: 3 },
    ]);
  });

  it("shows the last error of a run that is at work, and none of one that has ended", () => {
    const trouble = { code: "graph_throttled", message: "Wait.", target: "", count: 1 } as const;
    expect(toRunDetail(aRun({ trouble }), none, viewing).trouble).toEqual(trouble);
    expect(toRunDetail(aRun({ trouble, status: "completed" }), none, viewing).trouble).toBeNull();
  });
});
