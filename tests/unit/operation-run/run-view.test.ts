import { describe, expect, it } from "vitest";
import { runLimits } from "../../../config/limits.ts";
import { noCounts, sumCounts } from "../../../src/domain/counts/counts.ts";
import { failedTypesOf } from "../../../src/domain/observation/retry-types.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import { repairOf } from "../../../src/domain/operation-run/repair.ts";
import { joinSchema, runDetailSchema, toRunDetail } from "../../../src/domain/operation-run/run-detail.ts";
import { runViewSchema, startedViewSchema, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { waitsOf } from "../../../src/domain/operation-run/run-waits.ts";
import { timelineOf, transitionSchema } from "../../../src/domain/operation-run/timeline.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun, operator, tenantId } from "../../builders/a-run.ts";

const nowMs = Date.parse(startOfTime);
const viewing = { nowMs, silentAfterMs: 60_000 };
const later = (minutes: number) => new Date(nowMs + minutes * 60_000).toISOString();
const requestIds = ["6f0a1d34-9f5e-4c1c-8a52-0f7b2f1c9d11"];
const failure = { code: "graph_forbidden", message: "No.", target: "group", count: 1 } as const;

describe("what clients see of a run", () => {
  it("is what interfaces promise, all of it", () => {
    const run = aRun({ status: "completed", outcome: "failed", failures: [{ ...failure, requestIds }] });
    expect(toRunView(run, viewing)).toEqual({
      id: run.id,
      tenantId,
      type: "snapshot.take",
      status: "completed",
      outcome: "failed",
      attempt: 1,
      initiator: operator,
      createdAt: startOfTime,
      dispatchedAt: null,
      startedAt: null,
      heartbeatAt: null,
      deadlineAt: null,
      completedAt: null,
      cancelRequestedAt: null,
      counts: noCounts,
      failures: [failure],
      input: { types: ["settingsCatalog"], label: null },
      waitingFor: null,
      retryOf: null,
      parentRunId: null,
      correlationId: run.correlationId,
      result: null,
      activity: "none",
      waiting: [],
    });
  });

  it("has names in the API's description", () => {
    expect([runViewSchema, startedViewSchema, runDetailSchema].map((schema) => schema.meta()?.id)).toEqual([
      "Run",
      "StartedRun",
      "RunDetail",
    ]);
  });

  it("the answer to a start says whether it was joined, and where to look", () => {
    const view = { ...toRunView(aRun(), viewing), reused: true, viewUrl: "https://portal.example/run" };
    expect(startedViewSchema.parse(view)).toEqual(view);
    expect(startedViewSchema.safeParse({ ...view, reused: undefined }).success).toBe(false);
    expect(startedViewSchema.safeParse({ ...view, viewUrl: "run" }).success).toBe(false);
  });
});

describe("the detail of a run", () => {
  const story = { audit: [], joins: [], retries: [] };

  it("is what its schema says", () => {
    const run = aRun({ failures: [{ ...failure, requestIds }], progress: { rbac: { ...noProgress, throttled: 2 } } });
    const joins = [{ id: "b", name: "B", at: later(1) }];
    const detail = toRunDetail(run, { ...story, joins, retries: ["x"] }, viewing);
    expect(runDetailSchema.parse(detail)).toEqual(detail);
    expect(detail.failuresByCode[0]?.failures).toEqual([{ ...failure, requestIds }]);
  });

  it("names who joined, the first one first, and retries in order", () => {
    const [first, second, third] = [1, 2, 3].map((minute) => ({ id: `${minute}`, name: "", at: later(minute) }));
    if (!first || !second || !third) throw new Error("There are three.");
    for (const joins of [
      [second, first, third],
      [third, second, first],
      [first, second, third],
    ]) {
      expect(toRunDetail(aRun(), { ...story, joins, retries: ["c", "a"] }, viewing)).toMatchObject({
        joined: [first, second, third],
        retries: ["a", "c"],
      });
    }
    expect(joinSchema.parse({ ...first, more: 1 })).toEqual(first);
  });

  it("puts reasons that are as frequent in the order of their codes, whatever order they came in", () => {
    const codes = ["graph_throttled", "graph_forbidden", "graph_unavailable"] as const;
    const failures = codes.map((code) => ({ ...failure, code }));
    for (const given of [failures, failures.toReversed()]) {
      const groups = toRunDetail(aRun({ failures: given }), story, viewing).failuresByCode;
      expect(groups.map(({ code }) => code)).toEqual(["graph_forbidden", "graph_throttled", "graph_unavailable"]);
    }
  });

  it("puts service groups in the order of their names", () => {
    const progress = { b: noProgress, c: noProgress, a: noProgress };
    expect(toRunDetail(aRun({ progress }), story, viewing).groups.map(({ group }) => group)).toEqual(["a", "b", "c"]);
  });

  it("the detail of a platform run links into the platform, and never into a tenant", () => {
    const run = aRun({ tenantId: "platform" as typeof tenantId, retryOf: "before" });
    expect(toRunDetail(run, story, viewing).links.retryOf).toBe("/api/platform/operations/before");
  });
});

describe("the timeline", () => {
  const entry = (action: string, before: object | null, after: object | null, minute = 0) =>
    ({ id: "a", tenantId, actor: operator, action, target: "r", before, after, at: later(minute) }) as never;

  it("leaves out what is not about the life of a run", () => {
    expect(timelineOf(aRun(), [entry("graph.paused", { attempt: 1, startedAt: later(1) }, { reason: "x" })])).toEqual(
      [],
    );
  });

  it("says nothing of a start that never was", () => {
    const told = timelineOf(aRun(), [
      entry("operation.reattempted", { attempt: 1, startedAt: null }, { reason: "stalled" }),
    ]);
    expect(told.map(({ event, attempt, reason }) => [event, attempt, reason])).toEqual([["requeued", 2, "stalled"]]);
  });

  it("takes nothing of another form for an attempt, a time or a reason", () => {
    const told = timelineOf(aRun(), [
      entry("operation.ended", { attempt: "2" }, { outcome: 7 }),
      entry("operation.cancel_requested", null, null),
    ]);
    expect(told.map(({ attempt, reason }) => [attempt, reason])).toEqual([
      [1, null],
      [1, null],
    ]);
  });

  it("keeps the order of what happened in one millisecond, in each attempt", () => {
    const run = aRun({ attempt: 2, dispatchedAt: startOfTime, startedAt: startOfTime });
    const told = timelineOf(run, [
      entry("operation.ended", { attempt: 2 }, { outcome: "cancelled" }),
      entry("operation.cancel_requested", { attempt: 2 }, null),
      entry("operation.reattempted", { attempt: 1, startedAt: startOfTime }, { reason: "stalled" }),
      entry("operation.created", null, {}),
    ]);
    expect(told.map(({ event, attempt }) => `${event} ${attempt}`)).toEqual([
      "queued 1",
      "started 1",
      "requeued 2",
      "sent 2",
      "started 2",
      "cancel_requested 2",
      "ended 2",
    ]);
    for (const each of told) expect(transitionSchema.parse(each)).toEqual(each);
  });

  it.each(["queued", "sent", "started", "requeued", "cancel_requested", "ended"])(
    "may say %s, once it happened",
    (event) => {
      const said = { at: startOfTime, event, attempt: 2, reason: null, actor: { kind: "user", name: "O" } };
      expect(transitionSchema.parse(said)).toEqual(said);
      for (const wrong of [{ event: "" }, { attempt: 0 }, { actor: {} }]) {
        expect(transitionSchema.safeParse({ ...said, ...wrong }).success).toBe(false);
      }
    },
  );
});

describe("what is stored of a run", () => {
  it.each(["user", "application", "schedule", "system"] as const)("may have an initiator that is %s", (kind) => {
    const run = aRun({
      initiator: { kind, id: "x", name: "X" },
      wakes: 2,
      input: { types: [], label: null, tenants: 3 },
    });
    expect(operationRunSchema.parse(run)).toEqual(run);
  });

  it.each([
    { id: `${aRun().id}x` },
    { id: `x${aRun().id}` },
    { wakes: -1 },
    { input: { types: [], label: null, tenants: -1 } },
    { progress: { rbac: { ...noProgress, throttled: -1 } } },
    { progress: { rbac: { waiting: {} } } },
  ])("is not %j", (wrong) => {
    expect(operationRunSchema.safeParse({ ...aRun(), ...wrong }).success).toBe(false);
  });
});

describe("smaller rules", () => {
  it("a sum is unknown when any part is, whichever comes first", () => {
    const known = { ...noCounts, total: 2 };
    expect(sumCounts([known, noCounts, known]).total).toBeNull();
    expect(sumCounts([noCounts, known]).total).toBeNull();
    expect(sumCounts([]).total).toBe(0);
  });

  it("waits come longest first, whatever order they were told in", () => {
    const waiting = (minutes: number) => ({
      ...noProgress,
      waiting: { reason: "busy" as const, until: later(minutes) },
    });
    const progress = { b: waiting(2), c: waiting(3), a: waiting(1) };
    const run = aRun({ status: "running", progress });
    expect(waitsOf(run, viewing).map(({ group }) => group)).toEqual(["c", "b", "a"]);
    expect(waitsOf({ ...run, progress: { x: waiting(1), y: waiting(3) } }, viewing).map(({ group }) => group)).toEqual([
      "y",
      "x",
    ]);
    const named = waitsOf(
      { ...run, progress: { deviceConfigurationV2: waiting(1), groupOMAUri: waiting(2) } },
      viewing,
    );
    expect(named.map(({ message }) => message)).toEqual([
      "Waiting until 08:02:00 UTC, group omauri is being read already.",
      "Waiting until 08:01:00 UTC, device configuration v2 is being read already.",
    ]);
  });

  it("a deadline counts once it has passed, and only where there is one", () => {
    const run = aRun({ status: "running", heartbeatAt: startOfTime });
    expect(repairOf({ ...run, deadlineAt: startOfTime }, "active", runLimits, nowMs)).toBe("nothing");
    expect(repairOf({ ...run, deadlineAt: startOfTime }, "active", runLimits, nowMs + 1)).toBe("close_timed_out");
    expect(repairOf({ ...run, deadlineAt: null }, "active", runLimits, nowMs + 1)).toBe("nothing");
  });

  it("what failed is named sorted, by type", () => {
    const failures = ["b/1", "a/2", "b/3"].map((target) => ({ ...failure, target }));
    const run = aRun({
      status: "completed",
      outcome: "partially_succeeded",
      input: { types: ["b", "a"], label: null },
      failures,
    });
    expect(failedTypesOf(run, ["b", "a"], [])).toEqual(["a", "b"]);
    expect(failedTypesOf({ ...run, outcome: "cancelled" }, ["b", "a"], [])).toEqual(["a", "b"]);
  });
});
