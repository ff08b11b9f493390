import { beforeEach, describe, expect, it } from "vitest";
import { scheduleRules } from "../../../config/limits.ts";
import type { Schedule } from "../../../src/domain/schedule/schedule.ts";
import { changeSchedule, createSchedule } from "../../../src/use-cases/schedules/change-schedules.ts";
import { keepPromise } from "../../../src/use-cases/schedules/keep-promise.ts";
import { operator } from "../../builders/a-run.ts";
import { aTenantEach } from "../a-product.ts";

const hourMs = 3_600_000;
const types = async () => ({ objectTypes: ["settingsCatalog"], isEveryType: true });

const its = aTenantEach();
let schedule: Schedule;

beforeEach(async () => {
  await its.product.addTenant(its.scope.tenantId);
  for (const role of ["reader", "operator", "manager", "owner"] as const)
    await its.product.addMember(its.scope.tenantId, `the ${role}`, role);
  const terms = { cron: "0 2 * * *", timeZone: "UTC", jitterMinutes: 0, types: null, paused: false } as const;
  schedule = await createSchedule(deps(), its.scope, { ...terms, promiseHours: 26, missedSlots: "skip" }, operator);
});

function deps() {
  const { storesFor, newId, queue } = its.product;
  const typesOf = { resolveTypes: types, allowedTypes: types };
  return { storesFor, newId, queue, clock: its.clock, ...typesOf, rules: scheduleRules, missedAfterMs: hourMs };
}

async function look(storesFor = its.product.storesFor): Promise<Schedule> {
  const known = await its.product.storesFor(its.scope).schedules.read(schedule.id);
  if (!known) throw new Error("The schedule is there.");
  await keepPromise({ ...deps(), storesFor }, its.scope, known.schedule);
  return (await its.product.storesFor(its.scope).schedules.read(schedule.id))?.schedule ?? known.schedule;
}

async function told(): Promise<string[]> {
  const query = "SELECT VALUE c.recipientId FROM c WHERE c.kind = 'notification'";
  const found = its.product.cosmos.tenantData.items.query<string>(query, { partitionKey: its.scope.tenantId });
  return (await found.fetchAll()).resources.toSorted();
}

describe("a broken promise (pitfall 31)", () => {
  it("is told once a breach to everybody who may change the schedule, and to nobody else", async () => {
    expect((await look()).promise.state).toBe("kept");
    expect(await told()).toEqual([]);
    its.clock.passed(27 * hourMs);
    expect((await look()).promise.state).toBe("broken");
    its.clock.passed(hourMs);
    await look();
    expect(await told()).toEqual(["the manager", "the owner"]);
  });

  it("is told although somebody changed the schedule between its breach and the look at it", async () => {
    its.clock.passed(27 * hourMs);
    const changed = await changeSchedule(deps(), its.scope, schedule.id, { jitterMinutes: 5 }, operator);
    expect(changed.promise.state).toBe("kept");
    expect((await look()).promise.state).toBe("broken");
    expect(await told()).toEqual(["the manager", "the owner"]);
  });

  it("is told to all managers, more than a transaction takes, once each, whenever the timer dies on the way", async () => {
    const managers = Array.from({ length: 110 }, (_, position) => `manager ${position}`);
    for (const each of managers) await its.product.addMember(its.scope.tenantId, each, "manager");
    its.clock.passed(27 * hourMs);
    for (const dies of ["in the middle", "after the last one"]) {
      const crashing: typeof its.product.storesFor = (of) => {
        const stores = its.product.storesFor(of);
        const schedules: typeof stores.schedules = {
          ...stores.schedules,
          notify: async (notices) => {
            await stores.schedules.notify(dies === "in the middle" ? notices.slice(0, 60) : notices);
            throw new Error("The app was killed here.");
          },
        };
        return { ...stores, schedules };
      };
      await expect(look(crashing)).rejects.toThrow("killed here");
    }
    expect((await look()).promise.state).toBe("broken");
    expect(await told()).toEqual([...managers, "the manager", "the owner"].toSorted());
  });

  it("is told again when it was mended and broke another time", async () => {
    its.clock.passed(27 * hourMs);
    await look();
    await changeSchedule(deps(), its.scope, schedule.id, { promiseHours: 30 }, operator);
    its.clock.passed(31 * hourMs);
    expect((await look()).promise.state).toBe("broken");
    expect(await told()).toEqual(["the manager", "the manager", "the owner", "the owner"]);
  });

  it("a promise that nobody can have kept yet begins anew when it is resumed or promises another time", async () => {
    its.clock.passed(27 * hourMs);
    await changeSchedule(deps(), its.scope, schedule.id, { promiseHours: 30 }, operator);
    expect((await look()).promise.state).toBe("kept");
    expect(await told()).toEqual([]);
  });
});
