import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { productLimits } from "../../../config/capabilities.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { TenantSwitches } from "../../../src/domain/capability/limits.ts";
import { resolveCapabilities } from "../../../src/domain/capability/resolve-capabilities.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { Schedule } from "../../../src/domain/schedule/schedule.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant/tenant-scope.ts";
import { createSchedule } from "../../../src/use-cases/schedules/change-schedules.ts";
import { type ClaimSlotDeps, claimDueSlot } from "../../../src/use-cases/schedules/claim-due-slot.ts";
import { keepPromise } from "../../../src/use-cases/schedules/keep-promise.ts";
import { allowedTenantTypes } from "../../../src/use-cases/tenant-types.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { operator } from "../../builders/a-run.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aProduct, type Part, type Product } from "../a-product.ts";

const hourMs = 3_600_000;
const resolveTypes = async () => ["settingsCatalog"];
const terms = {
  cron: "0 * * * *",
  timeZone: "Europe/Berlin",
  jitterMinutes: 0,
  types: ["settingsCatalog"],
  paused: false,
  promiseHours: null,
  missedSlots: "run_latest",
} as const;

let product: Product;
let scope: TenantScope;
let clock: ReturnType<typeof aHurryingClock>;
let schedule: Schedule;

beforeAll(async () => {
  product = await aProduct();
});
afterAll(() => product[Symbol.asyncDispose]());
beforeEach(async () => {
  scope = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "aggregated");
  clock = aHurryingClock();
  const deps = { storesOf: product.storesOf, clock, newId: product.newId, resolveTypes };
  schedule = await createSchedule(deps, scope, { ...terms, types: [...terms.types] }, operator);
  clock.passed(hourMs);
});

function depsOf(part: Pick<Part, "storesOf">) {
  const { queue, newId } = product;
  return { storesOf: part.storesOf, queue, clock, newId, allowedTypes: resolveTypes, missedAfterMs: hourMs };
}

async function runsOf() {
  return (await product.storesOf(scope).runs.list({}, { limit: 100, page: null })).items;
}

const known = async () => (await product.storesOf(scope).schedules.read(schedule.id))?.schedule;
const ignore = () => undefined;

describe("a due slot (runs.md 9)", () => {
  it("makes one run when timers of many processes fire at once (P6.13, pitfall 28)", async () => {
    const parts = [product, product.another(), product.another(), product, product.another()];
    const fates = await Promise.all(parts.map((part) => claimDueSlot(depsOf(part), scope, schedule, ignore)));
    expect(fates.map(({ fate }) => fate).sort()).toEqual(["others", "others", "others", "others", "started"]);
    const runs = await runsOf();
    expect(runs).toHaveLength(1);
    expect(await known()).toMatchObject({
      lastSlot: { at: schedule.nextSlotAt, runId: runs[0]?.id, state: "started" },
    });
  });

  it("that has its fate does not hold the schedule up when that is turned back to it (pitfall 30)", async () => {
    const { schedules } = product.storesOf(scope);
    await claimDueSlot(depsOf(product), scope, schedule, ignore);
    const after = await schedules.read(schedule.id);
    const { nextSlotAt, nextDueAt } = schedule;
    const turnedBack = { ...schedule, nextSlotAt, nextDueAt };
    await schedules.replace(turnedBack, after?.version ?? "", {});
    expect((await claimDueSlot(depsOf(product), scope, turnedBack, ignore)).fate).toBe("others");
    expect((await known())?.nextSlotAt).toBe(after?.schedule.nextSlotAt);
    expect(await runsOf()).toHaveLength(1);
  });

  it("leaves out what the tenant's owners have switched off since the schedule was made (P4.1)", async () => {
    const { tenant, schedules } = product.storesOf(scope);
    const made = await schedules.read(schedule.id);
    const types = ["deviceCategory", "settingsCatalog"];
    await schedules.replace({ ...schedule, types }, made?.version ?? "", {});
    const { switches, version } = await tenant.switches();
    await tenant.replaceSwitches({
      switches: { ...switches, withheld: ["deviceCategory"] },
      version,
      audit: anAuditEntry(scope.tenantId),
    });
    const typesDeps = {
      storesOf: product.storesOf,
      capabilitiesWith: (given: TenantSwitches) => resolveCapabilities(contracts, productLimits, given),
    };
    const deps = {
      ...depsOf(product),
      allowedTypes: (...[of, wanted]: Parameters<ClaimSlotDeps["allowedTypes"]>) =>
        allowedTenantTypes(typesDeps, of, "snapshot.take", wanted),
    };
    await claimDueSlot(deps, scope, { ...schedule, types }, ignore);
    expect((await runsOf()).map(({ input }) => input.types)).toEqual([["settingsCatalog"]]);
  });

  it("that has nothing left to read is skipped, says why, and does not keep the promise (pitfall 31)", async () => {
    const { schedules } = product.storesOf(scope);
    const made = await schedules.read(schedule.id);
    const promising = { ...schedule, promiseHours: 1, promiseCheckAt: schedule.nextSlotAt };
    await schedules.replace(promising, made?.version ?? "", {});
    const deps = { ...depsOf(product), allowedTypes: async () => [] };
    const claimed = await claimDueSlot(deps, scope, promising, ignore);
    const skipped = { state: "skipped", runId: null, code: "types_withheld" };
    expect(claimed).toMatchObject({ fate: "skipped", schedule: { lastSlot: skipped } });
    expect(await runsOf()).toEqual([]);
    expect((await known())?.lastSlot).toEqual({ at: schedule.nextSlotAt, ...skipped });
    expect((await schedules.slots(schedule.id, { limit: 10, page: null })).items).toMatchObject([skipped]);
    const query = "SELECT VALUE c.after FROM c WHERE c.kind = 'audit' AND c.action = 'schedule.slot_skipped'";
    const audit = product.cosmos.tenantData.items.query(query, { partitionKey: scope.tenantId });
    expect((await audit.fetchAll()).resources).toMatchObject([{ code: "types_withheld" }]);
    clock.passed(hourMs / 2);
    await keepPromise(deps, scope, claimed.schedule);
    expect((await known())?.promise).toMatchObject({ state: "broken", lastCompleteAt: null });
  });

  it("keeps its run when the queue is away: the reconciler sends it later (I1)", async () => {
    const troubles: unknown[] = [];
    const send = () => Promise.reject(new Fault("dispatch_failed", "The queue is away."));
    const deps = { ...depsOf(product), queue: { send } };
    expect((await claimDueSlot(deps, scope, schedule, (error) => troubles.push(error))).fate).toBe("started");
    expect(troubles).toHaveLength(1);
    expect(await runsOf()).toMatchObject([{ status: "queued", dispatchedAt: null }]);
  });

  it("is skipped, with the run that is still active, and the next one starts when that has ended (pitfall 31)", async () => {
    const first = await claimDueSlot(depsOf(product), scope, schedule, ignore);
    clock.passed(hourMs);
    const second = await claimDueSlot(depsOf(product), scope, first.schedule, ignore);
    const [run] = await runsOf();
    expect(second).toMatchObject({ fate: "skipped", schedule: { lastSlot: { runId: run?.id, state: "skipped" } } });
    expect((await product.storesOf(scope).schedules.slots(schedule.id, { limit: 10, page: null })).items).toMatchObject(
      [
        { state: "skipped", runId: run?.id },
        { state: "started", runId: run?.id },
      ],
    );
  });

  it("is skipped, and named to nobody as joined, while that run is being cancelled", async () => {
    const first = await claimDueSlot(depsOf(product), scope, schedule, ignore);
    const [run] = await runsOf();
    if (!run) throw new Error("There is one.");
    const { runs } = product.storesOf(scope);
    const at = isoTime(clock.nowMs());
    const expected = { attempt: 1, status: ["queued"] } as const;
    await runs.note(run.id, { expected, change: { status: "running", cancelRequestedAt: at } });
    clock.passed(hourMs);
    const second = await claimDueSlot(depsOf(product), scope, first.schedule, ignore);
    expect(second).toMatchObject({ fate: "skipped", schedule: { lastSlot: { runId: run.id, state: "skipped" } } });
    expect((await runs.story(run.id)).joins).toEqual([]);
  });

  it("of a schedule that was paused meanwhile starts nothing", async () => {
    const { schedules } = product.storesOf(scope);
    const read = await schedules.read(schedule.id);
    await schedules.replace({ ...schedule, paused: true, nextSlotAt: null, nextDueAt: null }, read?.version ?? "", {});
    expect((await claimDueSlot(depsOf(product), scope, schedule, ignore)).fate).toBe("others");
    expect(await runsOf()).toEqual([]);
  });
});

describe("due schedules", () => {
  it("are found in all tenants by the marked client alone (P5.2)", async () => {
    const due = await product.aggregation.dueSchedules(isoTime(clock.nowMs()));
    expect(due.map(({ id }) => id)).toContain(schedule.id);
    const before = await product.aggregation.dueSchedules(isoTime(clock.nowMs() - 2 * hourMs));
    expect(before.map(({ id }) => id)).not.toContain(schedule.id);
  });
});
