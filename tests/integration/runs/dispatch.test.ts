import { describe, expect, it } from "vitest";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import { membershipDocumentId } from "../../../src/adapters/cosmos/memberships.ts";
import { reattempt } from "../../../src/domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { operator } from "../../builders/a-run.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
let run: OperationRun;

inAWorld(async (its) => {
  ({ world, tenant } = its);
  ({ run } = await tenant.start());
});

describe("the message of a run (runs.md 3)", () => {
  it("claims it and starts the workflow of its attempt once", async () => {
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("started");
    expect(await tenant.read(run)).toMatchObject({ status: "running", attempt: 1 });
    expect(tenant.workflows.started).toEqual([`${run.id}-1`]);
  });

  it("a message that is delivered twice, also at once, starts one workflow", async () => {
    await Promise.all([tenant.dispatch(tenant.messageOf(run)), tenant.dispatch(tenant.messageOf(run))]);
    await tenant.dispatch(tenant.messageOf(run));
    expect(tenant.workflows.started).toEqual([`${run.id}-1`]);
  });

  it("a message that is delivered again after a crash between claim and start, starts the workflow (pitfall 29)", async () => {
    tenant.workflows.failNextStart("before");
    await expect(tenant.dispatch(tenant.messageOf(run))).rejects.toThrow("did not answer");
    expect(await tenant.read(run)).toMatchObject({ status: "running" });
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("started");
    expect(tenant.workflows.started).toEqual([`${run.id}-1`]);
  });

  it.each([
    ["type", { type: "of.a.newer.version" }],
    ["status", { status: "of_a_newer_version" }],
    ["kind of initiator", { initiator: { ...operator, kind: "of_a_newer_version" } }],
  ])("a message of a run with a %s that only a newer version knows is left to that one", async (_what, given) => {
    const { tenantData } = world.product.cosmos;
    const { resource } = await tenantData.item(run.id, tenant.scope.tenantId).read();
    await tenantData.items.upsert({ ...resource, ...given });
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.closeDeadLetter(tenant.messageOf(run))).toBe("dropped");
    tenant.clock.passed(10 * 24 * 3_600_000);
    expect(await tenant.reconcile()).toEqual({ did: [], troubles: [] });
    const after = await tenantData.item(run.id, tenant.scope.tenantId).read();
    expect(after.resource).toMatchObject({ ...resource, ...given, _etag: after.etag, _ts: after.resource._ts });
    expect(tenant.workflows.started).toEqual([]);
  });

  it("a message whose start was carried out although its answer was lost is done", async () => {
    tenant.workflows.failNextStart("after");
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("started");
    expect(tenant.workflows.started).toEqual([`${run.id}-1`]);
  });

  it("never runs a finished workflow again (pitfall 26, pitfall 35)", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    tenant.workflows.set(`${run.id}-1`, "finished");
    await tenant.dispatch(tenant.messageOf(run));
    expect(tenant.workflows.started).toEqual([`${run.id}-1`]);
  });

  it("is dropped when the run is over (I6)", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.end({ ...tenant.messageOf(run), reason: "cancelled", failure: null });
    const before = await tenant.read(run);
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.read(run)).toEqual(before);
  });

  it("a message of an earlier attempt is dropped", async () => {
    await tenant.stores.runs.apply(run.id, reattempt(run));
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.read(run)).toMatchObject({ status: "queued", attempt: 2 });
    expect(tenant.workflows.started).toEqual([]);
  });

  it("a message of a run or an attempt that is not visible yet goes back to the queue", async () => {
    for (const message of [
      tenant.messageOf({ id: world.product.newId(), attempt: 1 }),
      tenant.messageOf({ ...run, attempt: 2 }),
    ]) {
      await expect(tenant.dispatch(message)).rejects.toMatchObject({ code: "conflict" });
    }
    const waited = tenant.clock.pauses.reduce((sum, ms) => sum + ms, 0) / 2;
    expect(waited).toBeGreaterThan(5_000);
    // Inside the lock of the message (config/queues.json), or it would be worked on twice.
    expect(waited).toBeLessThan(30_000);
  });

  it("a message of somebody whose right was withdrawn closes the run and starts nothing", async () => {
    await world.product.addMember(tenant.scope.tenantId, operator.id, "reader");
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.read(run)).toMatchObject({ status: "completed", outcome: "failed" });
    expect((await tenant.read(run)).failures).toMatchObject([{ code: "right_withdrawn" }]);
    expect(tenant.workflows.started).toEqual([]);
  });

  it("a right is looked up again where it came from: in the group that gave it at the start", async () => {
    const group = crypto.randomUUID();
    const grantedBy = { principalIds: [group], homeTenantId: crypto.randomUUID() };
    const first = await tenant.start({ type: "inventory.sync", grantedBy });
    await world.product.addMember(tenant.scope.tenantId, group, "operator");
    expect(await tenant.dispatch(tenant.messageOf(first.run))).toBe("started");
    const later = await tenant.start({ type: "inventory.sync", objectTypes: ["group"], grantedBy });
    await world.product.addMember(tenant.scope.tenantId, group, "reader");
    expect(await tenant.dispatch(tenant.messageOf(later.run))).toBe("dropped");
    expect((await tenant.read(later.run)).failures).toMatchObject([{ code: "right_withdrawn" }]);
  });

  it("P5.1 a member who was removed and came again from another home tenant is not the one who started the run", async () => {
    const { tenantData } = world.product.cosmos;
    const [home, elsewhere] = [crypto.randomUUID(), crypto.randomUUID()];
    const addFrom = (homeTenantId: string) =>
      tenantData.items.upsert({
        ...toDocument("membership", membershipDocumentId(operator.id), tenant.scope.tenantId, {}),
        principalId: operator.id,
        principalKind: "user",
        name: "Somebody",
        homeTenantId,
        role: "owner",
      });
    const grantedBy = { principalIds: [operator.id], homeTenantId: home };
    const [first, later, before] = [
      await tenant.start({ type: "inventory.sync", grantedBy }),
      await tenant.start({ type: "inventory.sync", objectTypes: ["group"], grantedBy }),
      await tenant.start({ type: "inventory.sync", objectTypes: ["roleScopeTag"] }),
    ];
    await addFrom(home);
    expect(await tenant.dispatch(tenant.messageOf(first.run))).toBe("started");
    await addFrom(elsewhere);
    expect(await tenant.dispatch(tenant.messageOf(later.run))).toBe("dropped");
    expect((await tenant.read(later.run)).failures).toMatchObject([{ code: "right_withdrawn" }]);
    // A run of the release before names no home tenant.
    expect(await tenant.dispatch(tenant.messageOf(before.run))).toBe("started");
  });

  it("a run that a platform role admitted is not looked up again", async () => {
    const admitted = await tenant.start({ type: "inventory.sync", grantedBy: "platform" });
    await world.product.addMember(tenant.scope.tenantId, operator.id, "reader");
    expect(await tenant.dispatch(tenant.messageOf(admitted.run))).toBe("started");
  });

  it("a message of the system needs no membership", async () => {
    const initiator = { kind: "schedule", id: "nightly", name: "Nightly" } as const;
    const started = await tenant.start({ type: "inventory.sync", initiator });
    expect(await tenant.dispatch(tenant.messageOf(started.run))).toBe("started");
  });
});

describe("a message that the queue gave up (runs.md 3)", () => {
  it("gives a run that still waits its next attempt, with a message of its own (pitfall 35)", async () => {
    await world.takeMessages();
    expect(await tenant.closeDeadLetter(tenant.messageOf(run))).toBe("reattempted");
    expect(await tenant.read(run)).toMatchObject({ status: "queued", attempt: 2 });
    expect((await world.takeMessages()).map(({ messageId }) => messageId)).toEqual([`${run.id}-2`]);
    expect((await tenant.documentsOf("audit")).map(({ action }) => action)).toContain("operation.reattempted");
  });

  it("a dead letter of another attempt, of a run that works or is over, changes nothing", async () => {
    await tenant.dispatch(tenant.messageOf(run));
    const before = await tenant.read(run);
    expect(await tenant.closeDeadLetter(tenant.messageOf(run))).toBe("dropped");
    expect(await tenant.closeDeadLetter(tenant.messageOf({ ...run, attempt: 2 }))).toBe("dropped");
    expect(await tenant.read(run)).toEqual(before);
  });

  it("a dead letter of the last attempt closes the run as dead_lettered (I1)", async () => {
    let current = run;
    for (let attempt = 1; attempt < 3; attempt += 1) {
      await tenant.closeDeadLetter(tenant.messageOf(current));
      current = await tenant.read(run);
    }
    expect(await tenant.closeDeadLetter(tenant.messageOf(current))).toBe("closed");
    expect(await tenant.read(run)).toMatchObject({ status: "completed", outcome: "failed", attempt: 3 });
    expect((await tenant.read(run)).failures).toMatchObject([{ code: "dead_lettered" }]);
  });

  it("a new attempt after a dead letter that cannot be sent is sent by the reconciler (I1)", async () => {
    world.product.bus.control.rejectSends("operations", 1);
    await expect(tenant.closeDeadLetter(tenant.messageOf(run))).rejects.toMatchObject({ code: "dispatch_failed" });
    await world.takeMessages();
    tenant.clock.passed(60_000);
    expect((await tenant.reconcile()).did).toEqual(["send_again"]);
    expect((await world.takeMessages()).map(({ messageId }) => messageId)).toEqual([`${run.id}-2`]);
  });
});
