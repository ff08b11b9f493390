import { describe, expect, it } from "vitest";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { type RepairAction, repairOf } from "../../../src/domain/operation-run/repair.ts";
import { aRun } from "../../builders/a-run.ts";
import { someLimits as limits } from "../../builders/run-limits.ts";

const nowMs = Date.parse("2026-03-01T12:00:00.000Z");
const ago = (ms: number): string => new Date(nowMs - ms).toISOString();
const running = { status: "running", startedAt: ago(600_000) } as const;

type Row = readonly [title: string, run: Partial<OperationRun>, "absent" | "active" | "finished", RepairAction];

const rows: readonly Row[] = [
  ["a completed run is left alone (I6)", { status: "completed", deadlineAt: ago(1) }, "absent", "nothing"],
  ["a deadline that passed closes a running run", { ...running, deadlineAt: ago(1) }, "active", "close_timed_out"],
  ["a deadline that passed closes a queued run", { deadlineAt: ago(1) }, "absent", "close_timed_out"],
  ["a young queued run may still be sent", { createdAt: ago(30_000) }, "absent", "nothing"],
  ["a run that nobody sent is sent", { createdAt: ago(30_001) }, "absent", "send_again"],
  ["a sent run may wait for its turn", { createdAt: ago(1e6), dispatchedAt: ago(300_000) }, "absent", "nothing"],
  ["a sent run that nobody claims is sent once more", { dispatchedAt: ago(300_001) }, "absent", "send_again"],
  ["a run is not sent a third time", { dispatchedAt: ago(1e6), resentAt: ago(300_000) }, "absent", "nothing"],
  ["a run that was sent again in vain is replaced", { resentAt: ago(300_001) }, "absent", "replace_attempt"],
  ["a queued run that somebody cancelled is closed", { cancelRequestedAt: ago(1) }, "absent", "close_cancelled"],
  ["a run that waits for a writer is left alone", { waitingFor: "x", createdAt: ago(1e6) }, "absent", "nothing"],
  ["a run that sends heartbeats is left alone", { ...running, heartbeatAt: ago(60_000) }, "finished", "nothing"],
  [
    "a silent run is replaced (pitfall 29, I8)",
    { ...running, heartbeatAt: ago(60_001) },
    "finished",
    "replace_attempt",
  ],
  ["a silent run whose instance works gets more time", { ...running, heartbeatAt: ago(62_000) }, "active", "nothing"],
  ["and no more than one interval", { ...running, heartbeatAt: ago(62_001) }, "active", "replace_attempt"],
  ["a claimed run may still be started", { ...running, heartbeatAt: ago(30_000) }, "absent", "nothing"],
  [
    "a claimed run without an instance is started (pitfall 29)",
    { ...running, heartbeatAt: ago(30_001) },
    "absent",
    "start_workflow",
  ],
  [
    "one that stays without an instance is replaced",
    { ...running, heartbeatAt: ago(60_001) },
    "absent",
    "replace_attempt",
  ],
  [
    "a silent run that somebody cancelled is closed as cancelled",
    { ...running, heartbeatAt: ago(60_001), cancelRequestedAt: ago(1) },
    "finished",
    "close_cancelled",
  ],
];

describe("healing", () => {
  it.each(rows)("%s", (_title, run, instance, healing) => {
    expect(repairOf(aRun({ createdAt: ago(1_000), ...run }), instance, limits, nowMs)).toBe(healing);
  });
});
