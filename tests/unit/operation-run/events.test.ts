import { describe, expect, it } from "vitest";
import {
  runCancelRequested,
  runEnded,
  runQueued,
  runRequeued,
  runResent,
  runStarted,
  runWaits,
  runWoken,
  systemActor,
} from "../../../src/domain/operation-run/events.ts";
import { startOfTime as at } from "../../builders/a-clock.ts";
import { aRun, operator, someIds, tenantId } from "../../builders/a-run.ts";

const run = aRun({ attempt: 2, startedAt: at, heartbeatAt: at });
const givenTo = (actor = operator as typeof operator | typeof systemActor) => ({ actor, at, newId: someIds() });
const event = (name: string, more = {}) => ({ name, at, run, attempt: 2, actor: operator, reason: null, ...more });
const audit = (action: string, before: object | null, after: object | null) => ({
  id: expect.stringMatching(/^audit-[0-9a-z]{26}$/),
  tenantId,
  actor: operator,
  action,
  target: run.id,
  before,
  after,
  at,
});
const notification = (kind: string, outcome: string, message: string) => ({
  id: expect.stringMatching(new RegExp(`^notification-${tenantId}-[0-9a-z]{26}$`)),
  kind,
  tenantId,
  recipientId: operator.id,
  runId: run.id,
  scheduleId: null,
  outcome,
  message,
  createdAt: at,
  readAt: null,
});

describe("what is told of a run", () => {
  it("a queued run tells who asked for what, and notifies its initiator alone (S3, P6.4)", () => {
    expect(runQueued(run, givenTo())).toEqual({
      event: event("queued"),
      audit: audit("operation.created", null, { type: "snapshot.take", types: ["settingsCatalog"], label: null }),
      notification: notification("queued", "pending", "snapshot.take is queued."),
    });
  });

  it("a run that ended tells how, and notifies its initiator alone (S3, P6.4)", () => {
    expect(runEnded(run, "partially_succeeded", givenTo())).toEqual({
      event: event("ended", { reason: "partially_succeeded" }),
      audit: audit(
        "operation.ended",
        { status: "queued", attempt: 2 },
        { status: "completed", outcome: "partially_succeeded" },
      ),
      notification: notification("ended", "partially_succeeded", "snapshot.take ended: partially succeeded."),
    });
  });

  it("a run that was sent back tells what was given up, and why", () => {
    expect(runRequeued(run, "stalled", givenTo())).toEqual({
      event: event("requeued", { attempt: 3, reason: "stalled" }),
      audit: audit(
        "operation.reattempted",
        { attempt: 2, startedAt: at, heartbeatAt: at },
        { attempt: 3, reason: "stalled" },
      ),
    });
  });

  it("a run that somebody wants to cancel tells so", () => {
    expect(runCancelRequested(run, givenTo())).toEqual({
      event: event("cancel_requested"),
      audit: audit("operation.cancel_requested", { attempt: 2 }, null),
    });
  });

  it.each([
    ["started", runStarted],
    ["waiting", runWaits],
    ["woken", runWoken],
    ["resent", runResent],
  ] as const)("a run that is %s tells so, by the system, without a record of its own", (name, tell) => {
    expect(tell(run, at)).toEqual({ event: event(name, { actor: systemActor }) });
    expect(systemActor).toEqual({ kind: "system", id: "system", name: "TenantPilot" });
  });

  it.each(["application", "schedule", "system"] as const)("a run whose initiator is %s notifies nobody", (kind) => {
    const theirs = aRun({ initiator: { kind, id: "x", name: "X" } });
    for (const told of [runQueued(theirs, givenTo()), runEnded(theirs, "failed", givenTo())]) {
      expect(Object.keys(told).sort()).toEqual(["audit", "event"]);
    }
  });
});
