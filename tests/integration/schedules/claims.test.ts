import { beforeEach, describe, expect, it } from "vitest";
import { productLimits } from "../../../config/capabilities.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { scheduleRules } from "../../../config/limits.ts";
import type { TenantSwitches } from "../../../src/domain/capability/limits.ts";
import { resolveCapabilities } from "../../../src/domain/capability/resolve-capabilities.ts";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { Schedule } from "../../../src/domain/schedule/schedule.ts";
import { createSchedule } from "../../../src/use-cases/schedules/change-schedules.ts";
import { type ClaimSlotDeps, claimDueSlot } from "../../../src/use-cases/schedules/claim-due-slot.ts";
import { keepPromise } from "../../../src/use-cases/schedules/keep-promise.ts";
import { applyToTenant } from "../../../src/use-cases/tenant/move-tenant.ts";
import { allowedTenantTypes } from "../../../src/use-cases/tenant/tenant-types.ts";
import { operator } from "../../builders/a-run.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aTenantEach, type Part } from "../a-product.ts";

const hourMs = 3_600_000;
const resolveTypes = async () => ({ objectTypes: ["settingsCatalog"], isEveryType: false });
const terms = {
  cron: "0 * * * *",
  timeZone: "Europe/Berlin",
  jitterMinutes: 0,
  types: ["settingsCatalog"],
  paused: false,
  promiseHours: null,
  missedSlots: "run_latest",
} as const;

const its = aTenantEach();
let schedule: Schedule;

beforeEach(async () => {
  const deps = {
    storesFor: its.product.storesFor,
    clock: its.clock,
    newId: its.product.newId,
    resolveTypes,
    rules: scheduleRules,
  };
  schedule = await createSchedule(deps, its.scope, { ...terms, types: [...terms.types] }, operator);
  its.clock.passed(hourMs);
});

function depsOf(part: Pick<Part, "storesFor">) {
  const { queue, newId } = its.product;
  return {
    storesFor: part.storesFor,
    queue,
    clock: its.clock,
    newId,
    allowedTypes: resolveTypes,
    missedAfterMs: hourMs,
  };
}

async function runsOf() {
  return (await its.product.storesFor(its.scope).runs.list({}, { limit: 100, page: null })).items;
}

const known = async () => (await its.product.storesFor(its.scope).schedules.read(schedule.id))?.schedule;
const ignore = () => undefined;

describe("a due slot (runs.md 9)", () => {
  it("makes one run when timers of many processes fire at once (P6.13, pitfall 28)", async () => {
    const parts = [its.product, its.product.another(), its.product.another(), its.product, its.product.another()];
    const outcomes = await Promise.all(parts.map((part) => claimDueSlot(depsOf(part), its.scope, schedule, ignore)));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["others", "others", "others", "others", "started"]);
    const runs = await runsOf();
    expect(runs).toHaveLength(1);
    expect(await known()).toMatchObject({
      lastSlot: { at: schedule.nextSlotAt, runId: runs[0]?.id, state: "started" },
    });
  });

  it("a due slot that has its outcome does not hold the schedule up when that is turned back to it (pitfall 30)", async () => {
    const { schedules } = its.product.storesFor(its.scope);
    await claimDueSlot(depsOf(its.product), its.scope, schedule, ignore);
    const after = await schedules.read(schedule.id);
    const { nextSlotAt, nextDueAt } = schedule;
    const turnedBack = { ...schedule, nextSlotAt, nextDueAt };
    await schedules.replace(turnedBack, after?.version ?? "", {});
    expect((await claimDueSlot(depsOf(its.product), its.scope, turnedBack, ignore)).outcome).toBe("others");
    expect((await known())?.nextSlotAt).toBe(after?.schedule.nextSlotAt);
    expect(await runsOf()).toHaveLength(1);
  });

  it("leaves out what the tenant's owners have switched off since the schedule was made (P4.1)", async () => {
    const { tenant, schedules } = its.product.storesFor(its.scope);
    const made = await schedules.read(schedule.id);
    const types = ["deviceCategory", "settingsCatalog"];
    await schedules.replace({ ...schedule, types }, made?.version ?? "", {});
    const { switches, version } = await tenant.switches();
    await tenant.replaceSwitches({
      switches: { ...switches, withheld: ["deviceCategory"] },
      version,
      audit: anAuditEntry(its.scope.tenantId),
    });
    const typesDeps = {
      storesFor: its.product.storesFor,
      capabilitiesWith: (given: TenantSwitches) => resolveCapabilities(contracts, productLimits, given),
    };
    const deps = {
      ...depsOf(its.product),
      allowedTypes: (...[of, wanted]: Parameters<ClaimSlotDeps["allowedTypes"]>) =>
        allowedTenantTypes(typesDeps, of, "snapshot.take", wanted),
    };
    await claimDueSlot(deps, its.scope, { ...schedule, types }, ignore);
    expect((await runsOf()).map(({ input }) => input.types)).toEqual([["settingsCatalog"]]);
  });

  it("a due slot that has nothing left to read is skipped, says why, and does not keep the promise (pitfall 31)", async () => {
    const { schedules } = its.product.storesFor(its.scope);
    const made = await schedules.read(schedule.id);
    const promising = { ...schedule, promiseHours: 1, promiseCheckAt: schedule.nextSlotAt };
    await schedules.replace(promising, made?.version ?? "", {});
    const deps = { ...depsOf(its.product), allowedTypes: async () => ({ objectTypes: [], isEveryType: true }) };
    const claimed = await claimDueSlot(deps, its.scope, promising, ignore);
    const skipped = { state: "skipped", runId: null, code: "types_withheld" };
    expect(claimed).toMatchObject({ outcome: "skipped", schedule: { lastSlot: skipped } });
    expect(await runsOf()).toEqual([]);
    expect((await known())?.lastSlot).toEqual({ at: schedule.nextSlotAt, ...skipped });
    expect((await schedules.slots(schedule.id, { limit: 10, page: null })).items).toMatchObject([skipped]);
    const query = "SELECT VALUE c.after FROM c WHERE c.kind = 'audit' AND c.action = 'schedule.slot_skipped'";
    const audit = its.product.cosmos.tenantData.items.query(query, { partitionKey: its.scope.tenantId });
    expect((await audit.fetchAll()).resources).toMatchObject([{ code: "types_withheld" }]);
    its.clock.passed(hourMs / 2);
    await keepPromise(deps, its.scope, claimed.schedule);
    expect((await known())?.promise).toMatchObject({ state: "broken", lastCompleteAt: null });
  });

  it("a due slot of a suspended tenant is skipped, says why, and starts nothing", async () => {
    await its.product.addTenant(its.scope.tenantId);
    const deps = { ...its.product, clock: its.clock };
    await applyToTenant(deps, its.scope, { kind: "suspended", reason: "unpaid" }, operator);
    const claimed = await claimDueSlot(depsOf(its.product), its.scope, schedule, ignore);
    const skipped = { state: "skipped", runId: null, code: "tenant_suspended" };
    expect(claimed).toMatchObject({ outcome: "skipped", schedule: { lastSlot: skipped } });
    expect(await runsOf()).toEqual([]);
  });

  it("keeps its run when the queue is away: the reconciler sends it later (I1)", async () => {
    const troubles: unknown[] = [];
    const send = () => Promise.reject(new Fault("dispatch_failed", "The queue is away."));
    const deps = { ...depsOf(its.product), queue: { send } };
    expect((await claimDueSlot(deps, its.scope, schedule, (error) => troubles.push(error))).outcome).toBe("started");
    expect(troubles).toHaveLength(1);
    expect(await runsOf()).toMatchObject([{ status: "queued", dispatchedAt: null }]);
  });

  it("is skipped, with the run that is still active, and the next one starts when that has ended (pitfall 31)", async () => {
    const first = await claimDueSlot(depsOf(its.product), its.scope, schedule, ignore);
    its.clock.passed(hourMs);
    const second = await claimDueSlot(depsOf(its.product), its.scope, first.schedule, ignore);
    const [run] = await runsOf();
    expect(second).toMatchObject({ outcome: "skipped", schedule: { lastSlot: { runId: run?.id, state: "skipped" } } });
    expect(
      (await its.product.storesFor(its.scope).schedules.slots(schedule.id, { limit: 10, page: null })).items,
    ).toMatchObject([
      { state: "skipped", runId: run?.id },
      { state: "started", runId: run?.id },
    ]);
  });

  it("is skipped, and named to nobody as joined, while that run is being cancelled", async () => {
    const first = await claimDueSlot(depsOf(its.product), its.scope, schedule, ignore);
    const [run] = await runsOf();
    if (!run) throw new Error("There is one.");
    const { runs } = its.product.storesFor(its.scope);
    const at = isoTime(its.clock.nowMs());
    const expected = { attempt: 1, status: ["queued"] } as const;
    await runs.note(run.id, { expected, change: { status: "running", cancelRequestedAt: at } });
    its.clock.passed(hourMs);
    const second = await claimDueSlot(depsOf(its.product), its.scope, first.schedule, ignore);
    expect(second).toMatchObject({ outcome: "skipped", schedule: { lastSlot: { runId: run.id, state: "skipped" } } });
    expect((await runs.history(run.id)).joins).toEqual([]);
  });

  it("a due slot of a schedule that was paused meanwhile starts nothing", async () => {
    const { schedules } = its.product.storesFor(its.scope);
    const read = await schedules.read(schedule.id);
    await schedules.replace({ ...schedule, paused: true, nextSlotAt: null, nextDueAt: null }, read?.version ?? "", {});
    expect((await claimDueSlot(depsOf(its.product), its.scope, schedule, ignore)).outcome).toBe("others");
    expect(await runsOf()).toEqual([]);
  });
});

describe("due schedules", () => {
  it("due schedules are found in all tenants by the marked client alone (P5.2)", async () => {
    const due = await its.product.aggregation.dueSchedules(isoTime(its.clock.nowMs()));
    expect(due.map(({ id }) => id)).toContain(schedule.id);
    const before = await its.product.aggregation.dueSchedules(isoTime(its.clock.nowMs() - 2 * hourMs));
    expect(before.map(({ id }) => id)).not.toContain(schedule.id);
  });
});
