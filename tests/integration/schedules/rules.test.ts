import { expect, it } from "vitest";
import { scheduleRules } from "../../../config/limits.ts";
import { minMinutesApart, parseCron } from "../../../src/domain/schedule/cron.ts";
import { changeSchedule, createSchedule } from "../../../src/use-cases/schedules/change-schedules.ts";
import { operator } from "../../builders/a-run.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const terms = {
  cron: "0 2 * * *",
  timeZone: "UTC",
  jitterMinutes: 0,
  types: null,
  paused: false,
  promiseHours: null,
  missedSlots: "skip",
} as const;

function deps(rules = scheduleRules) {
  const { storesFor, newId } = its.product;
  return { storesFor, newId, clock: its.clock, resolveTypes: async () => ["settingsCatalog"], rules };
}

it.each([
  ["*/15 * * * *", 15],
  ["*/14 * * * *", 4],
  ["0 * * * *", 60],
  ["0,10 3 * * *", 10],
  ["0 2 * * *", 1_440],
  ["0,55 0,23 * * *", 5],
  ["* * * * *", 1],
])("two slots of %s are at least %i minutes apart", (cron, minutes) => {
  expect(minMinutesApart(parseCron(cron))).toBe(minutes);
});

it("a schedule more often than every 15 minutes is refused when it is made and when it becomes one", async () => {
  const often = { code: "invalid_request", target: "cron" };
  await expect(createSchedule(deps(), its.scope, { ...terms, cron: "*/5 * * * *" }, operator)).rejects.toMatchObject(
    often,
  );
  const { id } = await createSchedule(deps(), its.scope, { ...terms, cron: "*/15 * * * *" }, operator);
  const change = { cron: "*/14 * * * *" };
  await expect(changeSchedule(deps(), its.scope, id, change, operator)).rejects.toMatchObject(often);
});

it("a schedule that exists and is more often runs on, and its other terms can be changed", async () => {
  const before = deps({ ...scheduleRules, minMinutesApart: 1 });
  const { id } = await createSchedule(before, its.scope, { ...terms, cron: "*/5 * * * *" }, operator);
  const changed = await changeSchedule(deps(), its.scope, id, { jitterMinutes: 1 }, operator);
  expect(changed).toMatchObject({ cron: "*/5 * * * *", jitterMinutes: 1 });
  expect(changed.nextSlotAt).not.toBeNull();
});

it("a tenant has at most 50 schedules, and one that goes makes room", async () => {
  const make = () => createSchedule(deps(), its.scope, terms, operator);
  const made = await Promise.all(Array.from({ length: 50 }, make));
  await expect(make()).rejects.toMatchObject({ code: "too_many_schedules" });
  await its.product.storesFor(its.scope).schedules.remove(made[0]?.id ?? "", {});
  await make();
});
