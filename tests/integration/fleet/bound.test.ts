import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fleetLimits } from "../../../config/limits.ts";
import { childIdOf } from "../../../src/domain/fleet/child-identity.ts";
import { noProgress } from "../../../src/domain/operation-run/group-progress.ts";
import type { OperationRun } from "../../../src/domain/operation-run/operation-run.ts";
import { waitsOf } from "../../../src/domain/operation-run/run-waits.ts";
import { openTenantScope } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { aProduct, type Product } from "../a-product.ts";
import { addObjects, addTenants, aFleet, pauseTenant } from "./a-fleet.ts";

let product: Product;

// One for each test: what is counted is all that is at work on the platform.
beforeEach(async () => {
  product = await aProduct();
});
afterEach(() => product[Symbol.asyncDispose]());

type Fleet = ReturnType<typeof aFleet>;

const three = { limits: { atOnce: 3, startsPerRound: 3 } };

/** Two fleets over other tenants, and how many children they have at work. */
async function twoFleets(fleet: Fleet) {
  const [one, other] = [
    await fleet.planned(await addTenants(product, 4)),
    await fleet.planned(await addTenants(product, 4)),
  ];
  const atWork = async () => [
    (await fleet.linksIn(one, "active")).length,
    (await fleet.linksIn(other, "active")).length,
  ];
  return { one, other, atWork };
}

async function endSome(fleet: Fleet, run: OperationRun, count: number): Promise<void> {
  for (const link of (await fleet.linksIn(run, "active")).slice(0, count)) await fleet.endChild(link);
}

describe("children at work", () => {
  it("children at work are no more in all fleets together than one may have, and who comes later gets what others leave", async () => {
    const fleet = aFleet(product, three);
    const { one, other, atWork } = await twoFleets(fleet);
    await fleet.walk(one);
    expect(await fleet.walk(other)).toMatchObject({ kind: "wait" });
    expect(await atWork()).toEqual([3, 0]);
    await endSome(fleet, one, 2);
    await fleet.walk(other);
    await fleet.walk(one);
    expect(await atWork()).toEqual([1, 2]);
  });

  it("children of other fleets that leave no place are told on the one that waits, as long as it does", async () => {
    const fleet = aFleet(product, three);
    const { one, other } = await twoFleets(fleet);
    const waits = async (run: OperationRun) => waitsOf(await fleet.read(run), { nowMs: fleet.clock.nowMs() });
    await fleet.walk(one);
    await fleet.walk(one);
    await fleet.walk(other);
    expect(await waits(one)).toEqual([]);
    expect(await waits(other)).toMatchObject([
      { reason: "busy", message: "Waiting until 08:00:02 UTC: other fleets have all slots." },
    ]);
    await endSome(fleet, one, 2);
    await fleet.walk(other);
    expect(await waits(other)).toEqual([]);
  });

  it("children at work are no more when fleets give turns at the same moment", async () => {
    const fleet = aFleet(product, three);
    const { one, other, atWork } = await twoFleets(fleet);
    await Promise.all([fleet.walk(one), fleet.walk(other), fleet.walk(one), fleet.walk(other)]);
    expect((await atWork()).reduce((sum, each) => sum + each, 0)).toBe(3);
  });

  it("children at work are counted until they end, also when their fleet ended before", async () => {
    const fleet = aFleet(product, three);
    const { one, other, atWork } = await twoFleets(fleet);
    await fleet.walk(one);
    fleet.clock.passed(25 * 3_600_000);
    expect(await fleet.reconcile()).toContain("close_timed_out");
    const later = await fleet.planned(await addTenants(product, 2));
    await fleet.walk(later);
    expect(await fleet.linksIn(later, "active")).toEqual([]);
    expect(await atWork()).toEqual([3, 0]);
    expect(other.id).not.toBe(one.id);
  });

  it("children of others start although a worker died while it gave turns: when the time has passed that one has for that", async () => {
    let dies = true;
    const fleet = aFleet(product, {
      limits: { atOnce: 8 },
      storesFor: (scope) => {
        const { leases, ...others } = product.storesFor(scope);
        const release: typeof leases.release = async (...given) => (dies ? undefined : leases.release(...given));
        return { ...others, leases: { ...leases, release } };
      },
    });
    const { one, other, atWork } = await twoFleets(fleet);
    await fleet.walk(one);
    dies = false;
    // The chance of this clock is 0. Rounds of one length would meet again each time.
    expect(await fleet.walk(other)).toEqual({ kind: "wait", until: fleet.now() });
    expect(await atWork()).toEqual([4, 0]);
    fleet.clock.passed(fleetLimits.schedulingMs);
    await fleet.walk(other);
    expect(await atWork()).toEqual([4, 4]);
  });

  it("starts the largest tenants first, so many in a round, and no more than may work at once", async () => {
    const fleet = aFleet(product, { limits: { atOnce: 3, startsPerRound: 2 } });
    const tenants = await addTenants(product, 5);
    for (const [size, tenantId] of tenants.entries()) await addObjects(product, tenantId, size);
    const run = await fleet.planned(tenants);

    const actives: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      expect(await fleet.walk(run)).toMatchObject({ kind: "wait" });
      actives.push((await fleet.linksIn(run, "active")).length);
    }
    expect(actives).toEqual([2, 3, 3]);
    const largest = (await fleet.linksIn(run, "active")).map(({ childTenantId }) => childTenantId);
    expect(largest).toEqual(tenants.toReversed().slice(0, 3));
    // A child exists from its turn on, so nobody takes one for "never sent".
    const [smallest] = tenants;
    if (!smallest) throw new Error("There is one.");
    const unborn = product.storesFor(openTenantScope(smallest, "run")).runs.read(childIdOf(run.id, smallest));
    expect(await unborn).toBeUndefined();
  });

  it("a child takes no room from others while its tenant is paused, and its room back when that is over", async () => {
    const fleet = aFleet(product, { limits: { atOnce: 1 } });
    const run = await fleet.planned(await addTenants(product, 2));
    await fleet.walk(run);
    const [first] = await fleet.linksIn(run, "active");
    if (!first) throw new Error("There is one.");
    const scope = openTenantScope(first.childTenantId, "run");
    const child = await fleet.childOf(first);
    const until = new Date(fleet.clock.nowMs() + 60_000).toISOString();
    const { runs } = product.storesFor(scope);
    const progress = { settings: { ...noProgress, waiting: { reason: "paused", until } as const } };
    const expected = { attempt: 1, status: ["queued"] } as const;
    await runs.note(child.id, { expected, change: { status: "running", heartbeatAt: fleet.now(), progress } });
    // Such as after a pause of the whole platform: the child goes on as soon as it looks again.
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "active")).toHaveLength(1);
    await pauseTenant(product, first.childTenantId, true);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "active")).toHaveLength(2);
  });
});

describe("the next round", () => {
  it("begins so long after this one began, however long this one took: places are not left free for longer", async () => {
    const slow = { ...product.queue };
    const fleet = aFleet(product, { queue: slow });
    slow.send = async (...given) => {
      fleet.clock.passed(300);
      return product.queue.send(...given);
    };
    const run = await fleet.planned(await addTenants(product, 3));
    const startedMs = fleet.clock.nowMs();
    const step = await fleet.walk(run);
    expect(fleet.clock.nowMs() - startedMs).toBe(900);
    expect(step).toEqual({ kind: "wait", until: new Date(startedMs + fleetLimits.roundMs).toISOString() });
  });
});

describe("tenants that are held", () => {
  it("tenants that are held keep no place from smaller ones, in the same round already", async () => {
    const fleet = aFleet(product, { limits: { atOnce: 2, startsPerRound: 2 } });
    const tenants = await addTenants(product, 4);
    for (const [size, tenantId] of tenants.entries()) await addObjects(product, tenantId, size);
    const [small, smaller, big, bigger] = [tenants[1], tenants[0], tenants[2], tenants[3]];
    for (const tenantId of [big, bigger]) if (tenantId) await pauseTenant(product, tenantId, true);
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    const active = await fleet.linksIn(run, "active");
    expect(active.map(({ childTenantId }) => childTenantId)).toEqual([small, smaller]);
    expect(await fleet.linksIn(run, "held")).toHaveLength(2);
  });

  it("tenants that are held keep no place from a smaller one that is resumed", async () => {
    const fleet = aFleet(product, { limits: { atOnce: 2, startsPerRound: 2 } });
    const tenants = await addTenants(product, 4);
    for (const [size, tenantId] of tenants.entries()) await addObjects(product, tenantId, size);
    const [other, resumed] = tenants;
    if (!other || !resumed) throw new Error("There are some.");
    for (const tenantId of tenants.slice(1)) await pauseTenant(product, tenantId, true);
    const run = await fleet.planned(tenants);
    await fleet.walk(run);
    expect(await fleet.linksIn(run, "held")).toHaveLength(3);
    await pauseTenant(product, resumed, false);
    await fleet.walk(run);
    const active = await fleet.linksIn(run, "active");
    expect(active.map(({ childTenantId }) => childTenantId)).toEqual([resumed, other]);
  });
});
