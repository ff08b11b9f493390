import { beforeEach, describe, expect, it } from "vitest";
import { runLimits } from "../../../config/limits.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { snapshotTake } from "../../../src/domain/operation-run/run-types/snapshot-take.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
let run: OperationRun;

inAWorld(async (its) => {
  ({ world, tenant } = its);
  ({ run } = await tenant.start());
  await world.takeMessages();
});

const minuteMs = 60_000;
const silentMs = runLimits.silentAfterMs + snapshotTake.heartbeatMs + 1;

async function claimed(): Promise<OperationRun> {
  await tenant.dispatch(tenant.messageOf(run));
  return tenant.read(run);
}

const messageIds = async () => (await world.takeMessages()).map(({ messageId }) => messageId);

describe("the reconciler (runs.md 8)", () => {
  it("leaves healthy runs alone", async () => {
    expect(await tenant.reconcile()).toEqual({ did: [], troubles: [] });
    await claimed();
    expect(await tenant.reconcile()).toEqual({ did: [], troubles: [] });
  });

  it("waits for the first heartbeat interval of its app: after an outage every run looks silent", async () => {
    await claimed();
    tenant.clock.passed(silentMs);
    expect((await tenant.reconcile(snapshotTake.heartbeatMs - 1)).did).toEqual([]);
    expect((await tenant.reconcile(snapshotTake.heartbeatMs)).did).toEqual(["replace_attempt"]);
  });

  it("sends what nobody sent, once (I1)", async () => {
    const expected = { attempt: 1, status: ["queued"] } as const;
    await tenant.stores.runs.note(run.id, { expected, change: { dispatchedAt: null } });
    tenant.clock.passed(runLimits.unsentAfterMs + 1);
    expect((await tenant.reconcile()).did).toEqual(["send_again"]);
    expect(await tenant.read(run)).toMatchObject({ attempt: 1, status: "queued" });
    expect((await tenant.reconcile()).did).toEqual([]);
  });

  it("sends an attempt again at most once, also when two of it look at the same moment (runs.md 8)", async () => {
    const expected = { attempt: 1, status: ["queued"], unset: "resentAt" } as const;
    const change = { resentAt: run.createdAt };
    const marks = await Promise.all([1, 2, 3].map(() => tenant.stores.runs.note(run.id, { expected, change })));
    expect(marks.filter((each) => each === "moved_on")).toHaveLength(2);
  });

  it("heals a message that the broker took and lost, whose repeat it drops, within 12 minutes (I8)", async () => {
    let minutes = 0;
    for (; (await tenant.read(run)).attempt === 1 && minutes < 60; minutes += 1) {
      tenant.clock.passed(minuteMs);
      await tenant.reconcile();
    }
    expect(minutes).toBeLessThanOrEqual(12);
    // The repeat of the first attempt is not among them: its id is within the window of duplicates.
    expect(await messageIds()).toEqual([`${run.id}-2`]);
    await tenant.dispatch(tenant.messageOf(await tenant.read(run)));
    expect(await tenant.read(run)).toMatchObject({ status: "running", attempt: 2 });
  });

  it("ends a run of which every message gets lost, within an hour (I1, I8)", async () => {
    let minutes = 0;
    for (; (await tenant.read(run)).status !== "completed" && minutes < 120; minutes += 1) {
      tenant.clock.passed(minuteMs);
      await tenant.reconcile();
    }
    expect(minutes).toBeLessThanOrEqual(60);
    expect(await tenant.read(run)).toMatchObject({ outcome: "failed", failures: [{ code: "dispatch_failed" }] });
  });

  it("gives a run that nobody claims its next attempt, whose message is no duplicate (pitfall 35)", async () => {
    tenant.clock.passed(runLimits.unclaimedAfterMs + 1);
    expect((await tenant.reconcile()).did).toEqual(["send_again"]);
    await world.takeMessages();
    tenant.clock.passed(runLimits.unclaimedAfterMs + 1);
    expect((await tenant.reconcile()).did).toEqual(["replace_attempt"]);
    expect(await tenant.read(run)).toMatchObject({ attempt: 2, status: "queued" });
    expect(await messageIds()).toEqual([`${run.id}-2`]);
  });

  it("starts the workflow of a run that was claimed and never started (pitfall 29)", async () => {
    tenant.workflows.failNextStart("before");
    await tenant.dispatch(tenant.messageOf(run)).catch(() => undefined);
    tenant.clock.passed(runLimits.unsentAfterMs + 1);
    expect((await tenant.reconcile()).did).toEqual(["start_workflow"]);
    expect(tenant.workflows.started).toEqual([`${run.id}-1`]);
  });

  it("replaces a silent attempt, after its instance has ended, and fences it (I8)", async () => {
    const first = await claimed();
    tenant.clock.passed(silentMs);
    expect((await tenant.reconcile()).did).toEqual(["replace_attempt"]);
    expect(tenant.workflows.terminated).toEqual([`${run.id}-1`]);
    expect(await messageIds()).toEqual([`${run.id}-2`]);
    const second = await tenant.read(run);
    expect(second).toMatchObject({ attempt: 2, status: "queued" });
    // The old worker wakes up.
    expect(await tenant.stores.runs.heartbeat(first, { at: run.createdAt })).toBe("moved_on");
    expect(await tenant.end({ ...tenant.messageOf(first), reason: "cancelled", failure: null })).toBe("ended");
    expect(await tenant.read(run)).toEqual(second);
  });

  it("gives a silent run whose instance works one more interval", async () => {
    await claimed();
    tenant.clock.passed(runLimits.silentAfterMs + 1);
    expect((await tenant.reconcile()).did).toEqual([]);
  });

  it("closes a run whose attempts are used up, as stalled (I1)", async () => {
    for (let attempt = 1; attempt <= snapshotTake.maxAttempts; attempt += 1) {
      await tenant.dispatch(tenant.messageOf({ ...run, attempt }));
      tenant.clock.passed(silentMs);
      await tenant.reconcile();
    }
    expect(await tenant.read(run)).toMatchObject({ status: "completed", outcome: "failed", attempt: 3 });
    expect((await tenant.read(run)).failures).toMatchObject([{ code: "stalled" }]);
    expect(await tenant.start()).toMatchObject({ reused: false });
  });

  it("closes a run whose deadline has passed, however alive it is", async () => {
    await claimed();
    tenant.clock.passed(snapshotTake.deadlineMs + 1);
    expect((await tenant.reconcile()).did).toEqual(["close_timed_out"]);
    expect(tenant.workflows.terminated).toEqual([`${run.id}-1`]);
    expect((await tenant.read(run)).failures).toMatchObject([{ code: "timed_out" }]);
  });

  it("closes a silent run that somebody cancelled, as cancelled", async () => {
    await claimed();
    const expected = { attempt: 1, status: ["running"] } as const;
    await tenant.stores.runs.note(run.id, { expected, change: { cancelRequestedAt: run.createdAt } });
    tenant.clock.passed(silentMs);
    expect((await tenant.reconcile()).did).toEqual(["close_cancelled"]);
    expect(await tenant.read(run)).toMatchObject({ status: "completed", outcome: "cancelled", failures: [] });
  });

  it("heals the others when one cannot be healed, and that one later", async () => {
    tenant.clock.passed(runLimits.unclaimedAfterMs + 1);
    await tenant.start({ type: "inventory.sync" });
    tenant.clock.passed(runLimits.unclaimedAfterMs + 1);
    world.product.bus.control.rejectSends("operations", 1);
    const first = await tenant.reconcile();
    expect(first).toMatchObject({ did: ["send_again"], troubles: [{ code: "dispatch_failed" }] });
    tenant.clock.passed(runLimits.unclaimedAfterMs + 1);
    expect((await tenant.reconcile()).troubles).toEqual([]);
    expect(await tenant.read(run)).toMatchObject({ status: "queued", attempt: 2 });
  });
});

describe("a run whose snapshot was sealed (runs.md 7)", () => {
  const completed = { status: "completed", outcome: "succeeded", result: { snapshotId: "" } };
  beforeEach(() => {
    completed.result.snapshotId = `snapshot-${run.id}`;
  });

  it("completes from it instead of failing at its deadline (runs.md 7)", async () => {
    const attempt = await claimed();
    await tenant.readPart(attempt);
    await tenant.seal(attempt);
    tenant.clock.passed(snapshotTake.deadlineMs + 1);
    await tenant.reconcile();
    expect(await tenant.read(run)).toMatchObject({ ...completed, failures: [] });
    expect((await tenant.read(run)).counts).toMatchObject({ total: 1, succeeded: 1 });
  });

  it("completes from it instead of being read a second time when its worker is silent (runs.md 7)", async () => {
    const attempt = await claimed();
    await tenant.readPart(attempt);
    await tenant.seal(attempt);
    tenant.clock.passed(silentMs);
    await tenant.reconcile();
    expect(await tenant.read(run)).toMatchObject({ ...completed, attempt: 1 });
  });

  it("completes from it when its step for the end breaks (runs.md 7)", async () => {
    const attempt = await claimed();
    await tenant.readPart(attempt);
    await tenant.seal(attempt);
    expect(await tenant.end({ ...tenant.messageOf(attempt), reason: "broken", failure: null })).toBe("succeeded");
    expect(await tenant.read(run)).toMatchObject(completed);
  });

  it("a run whose snapshot was sealed by an attempt before has the counts of that snapshot, not its own (I7)", async () => {
    const first = await claimed();
    await tenant.readPart(first);
    const { rootHash, counts } = await tenant.seal(first);
    await tenant.stores.runs.apply(run.id, {
      expected: { attempt: 1, status: ["running"] },
      change: { status: "queued", attempt: 2 },
    });
    await tenant.dispatch(tenant.messageOf({ ...run, attempt: 2 }));
    const second = await tenant.read(run);
    tenant.clock.passed(1_000);
    await tenant.readPart(second, { counts: { ...counts, total: 9, processed: 9, succeeded: 9 } });
    await tenant.end({ ...tenant.messageOf(second), reason: "done", failure: null });
    expect((await tenant.read(run)).counts).toEqual(counts);
    expect(await tenant.stores.snapshots.read(`snapshot-${run.id}`)).toMatchObject({ rootHash });
  });
});

describe("the end of a run (runs.md 6)", () => {
  it("sums its parts, seals the snapshot and says what was added (I3, I7)", async () => {
    const attempt = await claimed();
    await tenant.readPart(attempt);
    expect(await tenant.end({ ...tenant.messageOf(attempt), reason: "done", failure: null })).toBe("succeeded");
    const snapshotId = `snapshot-${run.id}`;
    expect(await tenant.read(run)).toMatchObject({
      outcome: "succeeded",
      counts: { total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 },
      result: { snapshotId, objectsAdded: 1, bytesAdded: 100, graphRequests: 7 },
    });
    expect(await tenant.stores.snapshots.read(snapshotId)).toMatchObject({ state: "complete", gaps: [] });
  });

  it("a run that ends with a gap is a partial success, and the snapshot says what is missing (pitfall 7)", async () => {
    const attempt = await claimed();
    const gap = { code: "graph_forbidden", message: "Microsoft Graph answered 403 (Forbidden)." } as const;
    await tenant.readPart(attempt, {
      typeState: { state: "incomplete", ...gap },
      counts: { total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 1 },
      failures: [{ ...gap, target: "settingsCatalog", count: 1 }],
    });
    await tenant.end({ ...tenant.messageOf(attempt), reason: "done", failure: null });
    expect(await tenant.read(run)).toMatchObject({ outcome: "partially_succeeded", failures: [gap] });
    const head = await tenant.stores.snapshots.read(`snapshot-${run.id}`);
    expect(head).toMatchObject({ state: "complete_with_gaps", gaps: [{ type: "settingsCatalog", ...gap }] });
  });

  it("a run of which nothing was read ends as a failure, and makes no snapshot (I3, pitfall 25)", async () => {
    const attempt = await claimed();
    const gap = { code: "graph_forbidden", message: "no" } as const;
    await tenant.readPart(attempt, {
      typeState: { state: "incomplete", ...gap },
      counts: { total: 0, processed: 0, succeeded: 0, failed: 0, skipped: 0, gaps: 1 },
      failures: [{ ...gap, target: "settingsCatalog", count: 1 }],
    });
    expect(await tenant.end({ ...tenant.messageOf(attempt), reason: "done", failure: null })).toBe("failed");
    expect(await tenant.stores.snapshots.read(`snapshot-${run.id}`)).toBeUndefined();
  });

  it("a run that ends without a part that was wanted is no success: the step is tried again (pitfall 24)", async () => {
    const attempt = await claimed();
    const ending = tenant.end({ ...tenant.messageOf(attempt), reason: "done", failure: null });
    await expect(ending).rejects.toMatchObject({ code: "conflict" });
    expect(await tenant.read(run)).toMatchObject({ status: "running" });
  });

  it("happens once, however often its step is repeated (I6)", async () => {
    const attempt = await claimed();
    await tenant.readPart(attempt);
    const work = { ...tenant.messageOf(attempt), reason: "done", failure: null } as const;
    await Promise.all([tenant.end(work), tenant.end(work)]);
    await tenant.end(work);
    const ends = (await tenant.documentsOf("audit")).filter(({ action }) => action === "operation.ended");
    expect(ends).toHaveLength(1);
  });

  it("a run that ends by a lost sign-in is one state of the tenant, which the next success clears", async () => {
    const attempt = await claimed();
    const failure = { code: "graph_consent_missing", message: "No consent.", target: "", count: 1 } as const;
    await tenant.end({ ...tenant.messageOf(attempt), reason: "stopped", failure });
    expect(await tenant.stores.tenant.read()).toMatchObject({ state: "attention", stateReason: failure.code });
    const next = await tenant.start();
    await tenant.dispatch(tenant.messageOf(next.run));
    await tenant.readPart(next.run);
    await tenant.end({ ...tenant.messageOf(next.run), reason: "done", failure: null });
    expect(await tenant.stores.tenant.read()).toMatchObject({ state: "active", stateReason: null });
  });

  it("an attempt that no longer holds the run says nothing about the tenant", async () => {
    const attempt = await claimed();
    const failure = { code: "graph_consent_missing", message: "No consent.", target: "", count: 1 } as const;
    const read = tenant.stores.runs;
    await read.apply(run.id, {
      expected: { attempt: 1, status: ["running"] },
      change: { status: "queued", attempt: 2 },
    });
    expect(await tenant.end({ ...tenant.messageOf(attempt), reason: "stopped", failure })).toBe("ended");
    expect(await tenant.stores.tenant.read()).toMatchObject({ state: "active" });
  });
});
