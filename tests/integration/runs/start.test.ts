import { describe, expect, it } from "vitest";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { OperationQueue } from "../../../src/domain/operation-run/operation-queue.ts";
import { applyToTenant } from "../../../src/use-cases/tenant/move-tenant.ts";
import { operator } from "../../builders/a-run.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;

inAWorld(async (its) => {
  ({ world, tenant } = its);
  await world.takeMessages();
});

describe("starting an operation (runs.md 1)", () => {
  it("makes a queued run and sends one message that names its attempt (P6.2, S1)", async () => {
    const { run, reused } = await tenant.start();
    expect(reused).toBe(false);
    expect(run).toMatchObject({ status: "queued", outcome: "pending", attempt: 1 });
    expect(run.dispatchedAt).not.toBeNull();
    expect(await world.takeMessages()).toEqual([{ messageId: `${run.id}-1`, body: tenant.messageOf(run) }]);
  });

  it("a run that is claimed before the broker has confirmed its message was sent before it was started (S4)", async () => {
    const { queue } = world.product;
    const send: OperationQueue["send"] = async (message, options) => {
      const sent = await queue.send(message, options);
      tenant.clock.passed(5);
      await tenant.dispatch(message);
      tenant.clock.passed(5);
      return sent;
    };
    const { run } = await tenant.start({}, { queue: { send } });
    const { dispatchedAt, startedAt } = await tenant.read(run);
    expect([dispatchedAt, startedAt]).toEqual([run.createdAt, isoTime(Date.parse(run.createdAt) + 5)]);
  });

  it("joins the active run that does the same, and sends nothing (P6.9)", async () => {
    const first = await tenant.start();
    const second = await tenant.start({ label: "another label" });
    expect(second).toMatchObject({ reused: true, run: { id: first.run.id } });
    expect(await world.takeMessages()).toHaveLength(1);
    expect(await tenant.documentsOf("join")).toHaveLength(1);
  });

  it.each(["snapshot.take", "inventory.sync"] as const)("a %s that would read nothing makes no run", async (type) => {
    await expect(tenant.start({ type, objectTypes: [] })).rejects.toMatchObject({ code: "types_withheld" });
    expect(await tenant.documentsOf("run")).toEqual([]);
    expect(await tenant.documentsOf("audit")).toEqual([]);
    expect(await world.takeMessages()).toEqual([]);
  });

  it("a start of other work makes another run", async () => {
    const first = await tenant.start();
    expect((await tenant.start({ type: "inventory.sync" })).run.id).not.toBe(first.run.id);
    expect((await tenant.start({ objectTypes: ["group"] })).run.id).not.toBe(first.run.id);
  });

  it("fifty starts at once make one run and one message (P6.9, I2)", async () => {
    const started = await Promise.all(Array.from({ length: 50 }, () => tenant.start()));
    expect(new Set(started.map(({ run }) => run.id)).size).toBe(1);
    expect(started.filter(({ reused }) => !reused)).toHaveLength(1);
    expect(await world.takeMessages()).toHaveLength(1);
    expect(await tenant.documentsOf("run")).toHaveLength(1);
    expect(await tenant.documentsOf("join")).toHaveLength(49);
  });

  it("joins a run that another process made and that this one cannot see at first", async () => {
    world.product.server.control.lagReads("untilReleased");
    const first = await tenant.start();
    const started = await tenant.start({}, world.product.another());
    world.product.server.control.lagReads("none");
    expect(started).toMatchObject({ reused: true, run: { id: first.run.id } });
  });

  it("a start after the run before has ended makes a new one", async () => {
    const first = await tenant.start();
    await tenant.dispatch(tenant.messageOf(first.run));
    await tenant.end({ ...tenant.messageOf(first.run), reason: "cancelled", failure: null });
    expect((await tenant.start()).reused).toBe(false);
  });
});

describe("a suspended tenant", () => {
  const suspend = () =>
    applyToTenant(
      { ...world.product, clock: tenant.clock },
      tenant.scope,
      { kind: "suspended", reason: "unpaid" },
      operator,
    );

  it("starts nothing, and nothing is written (access.md 9)", async () => {
    await suspend();
    await expect(tenant.start()).rejects.toMatchObject({ code: "tenant_suspended" });
    expect(await tenant.documentsOf("run")).toEqual([]);
    expect(await world.takeMessages()).toEqual([]);
  });

  it("says so rather than that its run is being cancelled", async () => {
    const { run } = await tenant.start();
    await tenant.dispatch(tenant.messageOf(run));
    await suspend();
    await tenant.cancel(run);
    await expect(tenant.start()).rejects.toMatchObject({ code: "tenant_suspended" });
  });

  it("is not asked for by a start that makes no run: a join costs at most 8 request units", async () => {
    await tenant.start();
    const { control } = world.product.server;
    control.resetCharges();
    await tenant.start();
    expect(control.charges().byOperation.read).toBeUndefined();
    expect(control.charges().total.requestUnits).toBeLessThanOrEqual(8);
  });
});

describe("a message that cannot be sent (runs.md 2)", () => {
  it("closes the run at once as dispatch_failed, and says so (S8)", async () => {
    world.product.bus.control.rejectSends("operations", 1);
    const refusal = await tenant.start().catch((error: unknown) => error);
    const [run] = (await tenant.stores.runs.list({}, { limit: 10, page: null })).items;
    expect(refusal).toMatchObject({ code: "dispatch_failed", target: run?.id });
    expect(run).toMatchObject({ status: "completed", outcome: "failed" });
    expect(run?.failures).toMatchObject([{ code: "dispatch_failed" }]);
    expect(await tenant.documentsOf("notification")).toHaveLength(2);
  });

  it("does not stand in the way of the next start", async () => {
    world.product.bus.control.rejectSends("operations", 1);
    await tenant.start().catch(() => undefined);
    expect(await tenant.start()).toMatchObject({ reused: false, run: { status: "queued" } });
  });

  it("a message that the broker had taken is no failure when the run is held already (runs.md 2)", async () => {
    const queue: OperationQueue = {
      send: async (message) => {
        await tenant.dispatch(message);
        throw new Fault("dispatch_failed", "The answer was lost.");
      },
    };
    const started = await tenant.start({}, { queue });
    expect(started).toMatchObject({ reused: false, run: { status: "running" } });
    expect(tenant.workflows.started).toEqual([tenant.instanceOf(started.run)]);
  });

  it("a message that the broker had taken finds a closed run, and is dropped (S8, I6)", async () => {
    world.product.bus.control.dropAfterAccept("operations", 1);
    await expect(tenant.start()).rejects.toMatchObject({ code: "dispatch_failed" });
    const [message] = await world.takeMessages();
    if (!message) throw new Error("The broker has the message.");
    expect(await tenant.dispatch(message.body)).toBe("dropped");
    expect(tenant.workflows.started).toEqual([]);
  });
});
