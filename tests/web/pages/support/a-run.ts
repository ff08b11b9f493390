import type { RunDetail } from "../../../../web/src/api/operations.ts";

const counts = { total: 10, processed: 10, succeeded: 10, failed: 0, skipped: 0, gaps: 0 };

/** A snapshot that the person of `showPage` took, and that succeeded. */
export function aRun(more: Partial<RunDetail> = {}): RunDetail {
  return {
    id: "r",
    tenantId: "t",
    type: "snapshot.take",
    status: "completed",
    outcome: "succeeded",
    attempt: 1,
    initiator: { kind: "user", id: "p", name: "Ada" },
    createdAt: "2026-11-30T11:00:00.000Z",
    dispatchedAt: "2026-11-30T11:00:01.000Z",
    startedAt: "2026-11-30T11:00:03.000Z",
    heartbeatAt: "2026-11-30T11:00:10.000Z",
    deadlineAt: "2026-11-30T15:00:00.000Z",
    completedAt: "2026-11-30T11:00:12.000Z",
    cancelRequestedAt: null,
    waitingFor: null,
    retryOf: null,
    correlationId: "c1",
    result: { snapshotId: "s1", objectsAdded: 3, graphRequests: 40 },
    failures: [],
    counts,
    input: { types: null, label: "before" },
    activity: "none",
    waiting: [],
    parentRunId: null,
    trouble: null,
    groups: [],
    timeline: [
      { at: "2026-11-30T11:00:01.000Z", event: "sent", attempt: 1, reason: null, actor: null },
      { at: "2026-11-30T11:00:03.000Z", event: "started", attempt: 1, reason: null, actor: null },
      { at: "2026-11-30T11:00:12.000Z", event: "ended", attempt: 1, reason: "succeeded", actor: null },
    ],
    joined: [],
    retries: [],
    failuresByCode: [],
    links: { snapshot: "/api/tenants/t/snapshots/s1", retryOf: null },
    ...more,
  };
}

/** The same while a worker is at it. */
export const aRunningRun = (more: Partial<RunDetail> = {}): RunDetail =>
  aRun({ status: "running", outcome: "pending", activity: "working", completedAt: null, result: null, ...more });
