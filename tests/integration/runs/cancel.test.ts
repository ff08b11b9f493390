import { describe, expect, it } from "vitest";
import { idempotencyOf } from "../../../src/domain/operation-run/idempotency.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { operator } from "../../builders/a-run.ts";
import { inAWorld, type Tenant } from "./a-world.ts";

let tenant: Tenant;
let run: OperationRun;

inAWorld(async (its) => {
  ({ tenant } = its);
  ({ run } = await tenant.start());
});

const actionsOf = async () =>
  (await tenant.documentsOf("audit")).map(({ action, actor }) => [action, Object(actor).id]);

describe("cancel", () => {
  it("a cancel of a queued run ends it at once, in the name of who asked, and makes room for the next", async () => {
    expect(await tenant.cancel(run)).toMatchObject({ status: "completed", outcome: "cancelled", failures: [] });
    expect(await actionsOf()).toContainEqual(["operation.ended", operator.id]);
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.start()).toMatchObject({ reused: false });
  });

  it("a cancel of a running run marks it, once, and leaves the end to its worker", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    const marked = await tenant.cancel(run);
    expect(marked).toMatchObject({ status: "running", outcome: "pending" });
    expect(marked.cancelRequestedAt).not.toBeNull();
    expect(await tenant.cancel(run)).toEqual(marked);
    const requests = (await actionsOf()).filter(([action]) => action === "operation.cancel_requested");
    expect(requests).toEqual([["operation.cancel_requested", operator.id]]);
  });

  it("lets nobody join what is about to end: a start is told to wait, and makes its own when it has (pitfall 29)", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.cancel(run);
    await expect(tenant.start()).rejects.toMatchObject({ code: "cancelling", target: run.id });
    expect(await tenant.documentsOf("join")).toEqual([]);
    await tenant.end({ ...tenant.messageOf(run), reason: "cancelled", failure: null });
    expect(await tenant.start()).toMatchObject({ reused: false, run: { outcome: "pending" } });
  });

  it("takes no run from who has a key for it, and gives no key to who is told to wait", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    const key = (name: string) => ({ idempotency: idempotencyOf(operator.id, name, {}) });
    await tenant.start(key("before"));
    await tenant.cancel(run);
    expect(await tenant.start(key("before"))).toMatchObject({ reused: true, run: { id: run.id } });
    await expect(tenant.start(key("after"))).rejects.toMatchObject({ code: "cancelling" });
    await tenant.end({ ...tenant.messageOf(run), reason: "cancelled", failure: null });
    expect(await tenant.start(key("after"))).toMatchObject({ reused: false });
  });

  it("is seen by whoever sends the next heartbeat", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.cancel(run);
    const seen = await tenant.stores.runs.heartbeat(run, { at: run.createdAt });
    expect(Object(seen).cancelRequestedAt).not.toBeNull();
  });

  it("keeps what was done: the run ends cancelled with the counts of its parts", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.readPart(run);
    await tenant.cancel(run);
    await tenant.end({ ...tenant.messageOf(run), reason: "cancelled", failure: null });
    expect(await tenant.read(run)).toMatchObject({ outcome: "cancelled", counts: { processed: 1, succeeded: 1 } });
  });

  it("a cancel of a completed run is refused, and changes nothing (I6)", async () => {
    await tenant.cancel(run);
    const before = await tenant.read(run);
    await expect(tenant.cancel(run)).rejects.toMatchObject({ code: "already_completed" });
    expect(await tenant.read(run)).toEqual(before);
  });

  it("a cancel that meets the claim at the same moment never leaves a run that works on unmarked", async () => {
    await Promise.all([tenant.dispatch(tenant.messageOf(run)), tenant.cancel(run)]);
    const after = await tenant.read(run);
    expect(after.status === "completed" ? after.outcome : after.cancelRequestedAt).not.toBeNull();
    if (after.status === "completed") expect(after.outcome).toBe("cancelled");
  });

  it("keeps the system from starting the run once more", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.cancel(run);
    tenant.clock.passed(24 * 3_600_000);
    await tenant.reconcile();
    expect(await tenant.read(run)).toMatchObject({ status: "completed", attempt: 1 });
  });

  it("a cancel of a run that is not there is not found", async () => {
    await expect(tenant.cancel({ id: "01hzy3v9k2m4n6p8q0r2s4t6v8" })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("retry", () => {
  const gap = { code: "graph_forbidden", message: "No permission.", target: "roleScopeTag", count: 1 } as const;

  async function endedWithGap(): Promise<OperationRun> {
    const { run: wide } = await tenant.start({ objectTypes: ["roleScopeTag", "settingsCatalog"] });
    await tenant.dispatch(tenant.messageOf(wide));
    await tenant.readPart(wide);
    await tenant.readPart(wide, {
      type: "roleScopeTag",
      typeState: { state: "incomplete", code: gap.code, message: gap.message },
      counts: { total: 0, processed: 0, succeeded: 0, failed: 0, skipped: 0, gaps: 1 },
      failures: [gap],
    });
    await tenant.end({ ...tenant.messageOf(wide), reason: "done", failure: null });
    return tenant.read(wide);
  }

  it("a retry of all parts repeats the run and names it", async () => {
    const ended = await endedWithGap();
    const again = await tenant.retry(ended, "all");
    expect(again).toMatchObject({ reused: false, run: { retryOf: ended.id, input: ended.input, status: "queued" } });
  });

  it("a retry of the failed parts takes only the types with gaps or failures", async () => {
    const again = await tenant.retry(await endedWithGap(), "failed");
    expect(again.run.input.types).toEqual(["roleScopeTag"]);
  });

  it("a retry of the failed parts of a run in which nothing failed is refused", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.readPart(run);
    await tenant.end({ ...tenant.messageOf(run), reason: "done", failure: null });
    await expect(tenant.retry(await tenant.read(run), "failed")).rejects.toMatchObject({ code: "nothing_to_retry" });
  });

  it("a retry of an active run is refused", async () => {
    await expect(tenant.retry(run, "all")).rejects.toMatchObject({ code: "not_completed" });
  });

  it("two retries at once make one run (P6.9)", async () => {
    const ended = await endedWithGap();
    const [one, two] = await Promise.all([tenant.retry(ended, "all"), tenant.retry(ended, "all")]);
    expect(one.run.id).toBe(two.run.id);
  });
});
