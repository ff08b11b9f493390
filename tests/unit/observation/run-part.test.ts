import { expect, it } from "vitest";
import type { Part, TypeResult } from "../../../src/domain/observation/part.ts";
import { toRunParts } from "../../../src/domain/observation/run-part.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun, runId } from "../../builders/a-run.ts";

const viewing = { nowMs: Date.parse(startOfTime), silentAfterMs: 60_000 };
const minute = (n: number): string => new Date(viewing.nowMs + n * 60_000).toISOString();
const counts = { total: 3, processed: 3, succeeded: 2, failed: 1, skipped: 0, gaps: 0 };
const failure = { code: "graph_forbidden", message: "No permission.", target: "settingsCatalog", count: 1 } as const;

function aPart(from: number, given: Partial<Part> = {}): Part {
  const type: TypeResult = { type: "settingsCatalog", typeState: { state: "complete" }, counts, failures: [failure] };
  return {
    runId,
    attempt: 1,
    group: "apps",
    types: [type],
    staging: null,
    window: { from: minute(from), to: minute(from + 1) },
    objectsAdded: 0,
    bytesAdded: 0,
    graphRequests: 1,
    ...given,
  };
}

const wholePart = (from: number) => aPart(from, { ended: { ...noProgress, ...counts, asked: 9 } });

/** Of a run with one group. */
function partOf(progress: Partial<OperationRun["progress"][string]>, parts: Part[], given: Partial<OperationRun> = {}) {
  const run = aRun({ status: "running", progress: { apps: { ...noProgress, ...progress } }, ...given });
  const [part, ...others] = toRunParts(run, parts, viewing);
  expect(others).toEqual([]);
  return part;
}

it("a group that nothing is known of yet waits, and has no times", () => {
  expect(partOf({}, [])).toEqual({
    group: "apps",
    state: "waiting",
    waiting: null,
    startedAt: null,
    endedAt: null,
    counts: { ...counts, total: null, processed: 0, succeeded: 0, failed: 0 },
    failures: [],
  });
});

it("a group that somebody reads is running, from the first reading that is stored", () => {
  expect(partOf({ asked: 1 }, [])).toMatchObject({ state: "running", startedAt: null });
  expect(partOf({}, [aPart(3), aPart(1)])).toMatchObject({ state: "running", startedAt: minute(1), endedAt: null });
});

it("a group that cannot go on says why and until when, and no longer than that", () => {
  const waiting = { reason: "throttled", until: minute(2) };
  expect(partOf({ asked: 5, waiting }, [aPart(0)])).toMatchObject({
    state: "waiting",
    waiting: { ...waiting, message: "Waiting for Microsoft Graph until 08:02:00 UTC, apps." },
  });
  expect(partOf({ asked: 5, waiting: { ...waiting, until: minute(-1) } }, [])).toMatchObject({
    state: "running",
    waiting: null,
  });
});

it("a group of which all was read is done with the counts and failures of its parts, each type once", () => {
  const waiting = { reason: "throttled", until: minute(2) };
  const doubled = aPart(5);
  expect(partOf({ waiting }, [aPart(1), wholePart(2), doubled])).toEqual({
    group: "apps",
    state: "done",
    waiting: null,
    startedAt: minute(1),
    endedAt: minute(6),
    counts,
    failures: [failure],
  });
});

it("a group that was not read to its end when its run ended is stopped", () => {
  const cancelled = { status: "completed", outcome: "cancelled" } as const;
  expect(partOf({ asked: 1 }, [aPart(1)], cancelled)).toMatchObject({ state: "stopped", endedAt: minute(2) });
  expect(partOf({}, [wholePart(1)], cancelled)).toMatchObject({ state: "done" });
});

it("a run without its parts tells of each group what it says itself", () => {
  const ended = { status: "completed", outcome: "partially_succeeded" } as const;
  expect(partOf(counts, [], ended)).toEqual({
    group: "apps",
    state: "done",
    waiting: null,
    startedAt: null,
    endedAt: null,
    counts,
    failures: [],
  });
});

it("groups come by name, and a run that nobody claimed has none", () => {
  const progress = { rbac: noProgress, apps: noProgress };
  const groups = toRunParts(aRun({ status: "running", progress }), [], viewing).map(({ group }) => group);
  expect(groups).toEqual(["apps", "rbac"]);
  expect(toRunParts(aRun(), [], viewing)).toEqual([]);
});
