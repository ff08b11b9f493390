import { describe, expect, it } from "vitest";
import { runLimits } from "../../../config/limits.ts";
import { failedWith } from "../../../src/domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { snapshotTake } from "../../../src/domain/operation-run/run-types/snapshot-take.ts";
import { endRun } from "../../../src/use-cases/run/end-run.ts";
import { wakeRun } from "../../../src/use-cases/run/wake-waiters.ts";
import { operator } from "../../builders/a-run.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
let first: OperationRun;
let second: OperationRun;

inAWorld(async (its) => {
  ({ world, tenant } = its);
  await world.product.addMember(tenant.scope.tenantId, operator.id, "owner");
  first = await aWriter("a");
  second = await aWriter("b");
  await world.takeMessages();
});

const aWriter = async (what: string) =>
  (await tenant.start({ type: "configuration.restore", objectTypes: [what] })).run;

const stalled = failedWith({ code: "stalled", message: "It stopped.", target: "", count: 1 });

async function end(run: OperationRun): Promise<void> {
  const { storesFor, queue, newId } = world.product;
  await endRun({ storesFor, queue, newId, clock: tenant.clock }, tenant.scope, run, stalled);
}

async function bothDispatched(): Promise<void> {
  await tenant.dispatch(tenant.messageOf(first));
  await tenant.dispatch(tenant.messageOf(second));
}

describe("runs that write to a tenant (runs.md 4)", () => {
  it("writers work one at a time: the second stays queued behind the first, and its message is done with", async () => {
    expect(await tenant.dispatch(tenant.messageOf(first))).toBe("started");
    expect(await tenant.dispatch(tenant.messageOf(second))).toBe("dropped");
    expect(await tenant.read(first)).toMatchObject({ status: "running", writeKey: "write" });
    expect(await tenant.read(second)).toMatchObject({ status: "queued", waitingFor: first.id, deadlineAt: null });
    expect(tenant.workflows.started).toEqual([`${first.id}-1`]);
  });

  it("two writers never run in one tenant, whoever claims at the same moment (P6.9)", async () => {
    const others = await Promise.all(["c", "d", "e"].map(aWriter));
    const all = [first, second, ...others];
    await Promise.all(all.map((run) => tenant.dispatch(tenant.messageOf(run))));
    const states = await Promise.all(all.map((run) => tenant.read(run)));
    expect(states.filter(({ status }) => status === "running")).toHaveLength(1);
    expect(states.filter(({ waitingFor }) => waitingFor !== null)).toHaveLength(4);
  });

  it("writers do not hold up runs that read", async () => {
    await tenant.dispatch(tenant.messageOf(first));
    const { run } = await tenant.start();
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("started");
  });

  it("writers start when the one ahead has ended, by a message that is no duplicate (pitfall 35)", async () => {
    await bothDispatched();
    await end(first);
    expect(await world.takeMessages()).toMatchObject([{ messageId: `${second.id}-1-w1` }]);
    expect(await tenant.dispatch(tenant.messageOf(second))).toBe("started");
    expect(await tenant.read(second)).toMatchObject({ status: "running", waitingFor: null, writeKey: "write" });
  });

  it("writers that two wake at the same moment are woken once, and sent once (runs.md 4)", async () => {
    await bothDispatched();
    const { storesFor, queue } = world.product;
    const waiter = await tenant.read(second);
    const wakeIt = () => wakeRun({ storesFor, queue, clock: tenant.clock }, tenant.scope, waiter);
    await Promise.all([wakeIt(), wakeIt()]);
    expect(await world.takeMessages()).toMatchObject([{ messageId: `${second.id}-1-w1` }]);
    expect(await tenant.read(second)).toMatchObject({ wakes: 1, waitingFor: null });
    await wakeIt();
    expect(await world.takeMessages()).toEqual([]);
  });

  it("writers that wait are not taken for unsent, however long it takes", async () => {
    await bothDispatched();
    await tenant.stores.runs.heartbeat(first, { at: first.createdAt });
    tenant.clock.passed(runLimits.unclaimedAfterMs + 1);
    expect((await tenant.reconcile()).did).not.toContain("send_again");
    expect(await tenant.read(second)).toMatchObject({ status: "queued", attempt: 1, resentAt: null });
  });

  it("writers that nobody woke are woken by the reconciler", async () => {
    await bothDispatched();
    world.product.bus.control.rejectSends("operations", 1);
    await end(first);
    const expected = { attempt: 1, status: ["queued"] } as const;
    await tenant.stores.runs.note(second.id, { expected, change: { waitingFor: first.id } });
    await world.takeMessages();
    expect((await tenant.reconcile()).did).toEqual(["wake"]);
    expect(await world.takeMessages()).toMatchObject([{ messageId: `${second.id}-1-w2` }]);
  });

  it("writers are never started a second time by the system: a silent one is closed and frees the tenant", async () => {
    await bothDispatched();
    tenant.clock.passed(runLimits.silentAfterMs + snapshotTake.heartbeatMs + 1);
    await tenant.reconcile();
    expect(await tenant.read(first)).toMatchObject({ status: "completed", outcome: "failed", writeKey: first.id });
    expect(await world.takeMessages()).toMatchObject([{ messageId: `${second.id}-1-w1` }]);
  });

  it("writers that wait can be cancelled", async () => {
    await bothDispatched();
    expect(await tenant.cancel(second)).toMatchObject({ outcome: "cancelled", waitingFor: null });
    await end(first);
    expect(await world.takeMessages()).toEqual([]);
  });
});
