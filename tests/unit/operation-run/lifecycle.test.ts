import { describe, expect, it } from "vitest";
import { runEnded, runQueued, runRequeued } from "../../../src/domain/operation-run/events.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import { claim, end, failedWith, mayReattempt, reattempt } from "../../../src/domain/operation-run/lifecycle.ts";
import { operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import { activeKeyOf, attemptKey } from "../../../src/domain/operation-run/run-identity.ts";
import { snapshotTake } from "../../../src/domain/operation-run/run-types/snapshot-take.ts";
import { countsOf, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { aRun, operator, someIds } from "../../builders/a-run.ts";

const nowMs = Date.parse("2026-03-01T09:00:00.000Z");
const now = "2026-03-01T09:00:00.000Z";
const failure = { code: "stalled", message: "It stopped.", target: "", count: 1 } as const;

describe("a claim", () => {
  it("is for a queued run of this attempt only (pitfall 26)", () => {
    expect(claim(aRun({ attempt: 2 }), nowMs).expected).toEqual({ attempt: 2, status: ["queued"] });
  });

  it("starts the deadline of the attempt", () => {
    const { change } = claim(aRun(), nowMs);
    expect(change).toMatchObject({ status: "running", startedAt: now, heartbeatAt: now });
    expect(Date.parse(change.deadlineAt ?? "")).toBe(nowMs + snapshotTake.deadlineMs);
  });
});

describe("a re-attempt", () => {
  it("raises the attempt by one and forgets all times of the old one", () => {
    const old = aRun({ status: "running", attempt: 1, dispatchedAt: now, startedAt: now, heartbeatAt: now });
    expect(reattempt(old)).toEqual({
      expected: { attempt: 1, status: ["running"] },
      change: {
        status: "queued",
        attempt: 2,
        dispatchedAt: null,
        resentAt: null,
        startedAt: null,
        heartbeatAt: null,
        progress: {},
      },
    });
  });

  it("is allowed until the type's last attempt, and never against a wish to cancel", () => {
    expect(mayReattempt(aRun({ attempt: 2 }))).toBe(true);
    expect(mayReattempt(aRun({ attempt: 3 }))).toBe(false);
    expect(mayReattempt(aRun({ attempt: 1, cancelRequestedAt: now }))).toBe(false);
  });
});

describe("an end", () => {
  it("gives back the keys that made the run unique (P6.9)", () => {
    const run = aRun();
    const { change } = end(run, failedWith(failure), nowMs);
    expect(change).toMatchObject({ status: "completed", outcome: "failed", completedAt: now, failures: [failure] });
    expect(change.activeKey).toBe(run.id);
    const writer = aRun({ type: "configuration.restore", status: "running", writeKey: "write" });
    expect(end(writer, failedWith(failure), nowMs).change).toMatchObject({ activeKey: writer.id, writeKey: writer.id });
  });

  it("never happens to a completed run (I6)", () => {
    expect(end(aRun(), failedWith(failure), nowMs).expected.status).toEqual(["queued", "running"]);
  });
});

describe("the identity of a run", () => {
  it("does not depend on the order or repetition of its object types", () => {
    expect(activeKeyOf("snapshot.take", ["b", "a", "b"])).toBe(activeKeyOf("snapshot.take", ["a", "b"]));
  });

  it("depends on run type and set of object types", () => {
    const keys = [
      activeKeyOf("snapshot.take", ["a"]),
      activeKeyOf("inventory.sync", ["a"]),
      activeKeyOf("snapshot.take", ["a", "b"]),
      activeKeyOf("snapshot.take", []),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("names message and instance by run and attempt (pitfall 35)", () => {
    expect(attemptKey("run", 2)).toBe("run-2");
  });
});

describe("the records of a run", () => {
  const given = { actor: operator, at: now, newId: someIds() };

  it("the records of a run say who asked for what (P6.4) and tell the initiator only (S3)", () => {
    const { audit, notification } = runQueued(aRun(), given);
    expect(audit).toMatchObject({
      actor: operator,
      action: "operation.created",
      target: aRun().id,
      before: null,
      at: now,
    });
    expect(notification).toMatchObject({ kind: "queued", recipientId: operator.id, outcome: "pending", readAt: null });
  });

  it("the records of a run tell nobody when no person started the run", () => {
    const run = aRun({ initiator: { kind: "application", id: "app", name: "Tool" } });
    expect(runEnded(run, "failed", given).notification).toBeUndefined();
    expect(runEnded(run, "failed", given).audit).toMatchObject({ after: { outcome: "failed" } });
  });

  it("the records of a re-attempt are an audit entry alone", () => {
    const records = runRequeued(aRun(), "stalled", given);
    expect(records.audit).toMatchObject({ before: { attempt: 1 }, after: { attempt: 2, reason: "stalled" } });
    expect(records).not.toHaveProperty("notification");
  });
});

describe("what clients see of a run", () => {
  const counts = { total: 3, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 };
  const progress = { ...noProgress, ...counts };
  const viewing = { nowMs, silentAfterMs: 60_000 };

  it("sums the groups while it is active, and has no total until every list has ended", () => {
    expect(countsOf(aRun({ progress: { a: progress, b: progress } }))).toMatchObject({ total: 6, processed: 2 });
    expect(countsOf(aRun({ progress: { a: progress, b: { ...progress, total: null } } })).total).toBeNull();
    expect(countsOf(aRun()).total).toBeNull();
  });

  it("has the counts of the run itself once it is completed", () => {
    const run = aRun({
      status: "completed",
      outcome: "succeeded",
      counts,
      progress: { a: { ...progress, total: 99 } },
    });
    expect(toRunView(run, viewing).counts).toEqual(counts);
  });

  it("holds nothing internal (P6.10)", () => {
    const view = toRunView(aRun({ trouble: failure }), viewing);
    for (const name of ["activeKey", "writeKey", "traceparent", "progress", "trouble", "resentAt"]) {
      expect(view).not.toHaveProperty(name);
    }
  });

  it("is built from a run that the schema accepts", () => {
    expect(operationRunSchema.parse(aRun())).toEqual(aRun());
  });
});
