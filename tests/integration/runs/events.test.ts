import { describe, expect, it } from "vitest";
import { activeWriter } from "../../../src/domain/operation-run/lifecycle.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
inAWorld((its) => {
  ({ world, tenant } = its);
});

/** Name, attempt and reason of each event, in order. */
function toldTo({ told }: Tenant): string[] {
  return told.map(({ name, attempt, reason }) => [name, attempt, ...(reason === null ? [] : [reason])].join(" "));
}

describe("each transition of a run is told once", () => {
  it("each transition of a run that is started, joined, dispatched twice and ended twice is told once", async () => {
    const { run } = await tenant.start();
    await tenant.start();
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.dispatch(tenant.messageOf(run));
    await tenant.readPart(run);
    const work = { ...tenant.messageOf(run), reason: "done", failure: null } as const;
    await tenant.end(work);
    await tenant.end(work);
    expect(toldTo(tenant)).toEqual(["queued 1", "started 1", "ended 1 succeeded"]);
    expect(tenant.told.map(({ actor }) => actor.kind)).toEqual(["user", "system", "system"]);
    expect(new Set(tenant.told.map((event) => event.run.id))).toEqual(new Set([run.id]));
  });

  it("each transition of a run that two cancel at the same moment while it works is told once", async () => {
    const { run } = await tenant.start();
    await tenant.dispatch(tenant.messageOf(run));
    await Promise.all([tenant.cancel(run), tenant.cancel(run)]);
    await tenant.end({ ...tenant.messageOf(run), reason: "cancelled", failure: null });
    expect(toldTo(tenant)).toEqual(["queued 1", "started 1", "cancel_requested 1", "ended 1 cancelled"]);
  });

  it("each transition of a run whose messages get lost is told once: it is sent again, then given its next attempt", async () => {
    await tenant.start();
    for (let minute = 0; minute < 12; minute += 1) {
      tenant.clock.passed(60_000);
      await tenant.reconcile();
    }
    expect(toldTo(tenant).slice(0, 3)).toEqual(["queued 1", "resent 1", "requeued 2 stalled"]);
  });

  it("each transition of a writer that waits behind another one and is woken is told once", async () => {
    await world.product.addMember(tenant.scope.tenantId, tenant.request.initiator.id, "owner");
    const first = await tenant.start({ type: "configuration.restore", objectTypes: ["one"] });
    const second = await tenant.start({ type: "configuration.restore", objectTypes: ["two"] });
    for (const { run } of [first, second, second]) await tenant.dispatch(tenant.messageOf(run));
    expect((await tenant.stores.runs.findWriter())?.writeKey).toBe(activeWriter);
    await tenant.end({ ...tenant.messageOf(first.run), reason: "cancelled", failure: null });
    const ofSecond = tenant.told.filter((event) => event.run.id === second.run.id);
    expect(ofSecond.map(({ name }) => name)).toEqual(["queued", "waiting", "woken"]);
  });
});
