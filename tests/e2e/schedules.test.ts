import { expect, test } from "vitest";
import type { Stack } from "../../local/stack.ts";
import { type Client, clientOf } from "./support/client.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { alterStored, storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const types = ["settingsCatalog"];
const hourMs = 3_600_000;

async function aSchedule(client: Client, tenantId: string, terms: object = {}) {
  const made = await client.post(`/tenants/${tenantId}/schedules`, { cron: "0 2 * * *", types, ...terms });
  expect(made.status).toBe(201);
  return Object(made.json);
}

/** Makes the schedule's next slot one that was due so many milliseconds ago. */
async function makeDue(stack: Stack, schedule: { id: string; tenantId: string }, agoMs: number): Promise<string> {
  const at = new Date(Math.floor((Date.now() - agoMs) / 60_000) * 60_000).toISOString();
  await alterStored(stack.ready, schedule.tenantId, schedule.id, { nextSlotAt: at, nextDueAt: at });
  return at;
}

async function scheduledRuns(stack: Stack, tenantId: string) {
  const { runs } = await storedOf(stack.ready, tenantId);
  return runs.filter(({ initiator }) => initiator.kind === "schedule");
}

test("a schedule is made in the tenant's time zone, read, changed, paused and deleted, each with an audit entry", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const manager = await clientOf(stack, "manager");
  const made = await aSchedule(manager, tenant.id);
  expect(made).toMatchObject({
    timeZone: "Europe/Berlin",
    promiseHours: 26,
    paused: false,
    lastSlot: null,
    promise: { state: "kept" },
  });
  expect(new Date(made.nextSlotAt).getUTCHours()).toBeLessThan(2);
  const path = `/tenants/${tenant.id}/schedules`;
  expect(Object((await manager.get(path)).json).items).toEqual([made]);

  const paused = await manager.patch(`${path}/${made.id}`, { paused: true });
  expect(paused.json).toMatchObject({ paused: true, nextSlotAt: null, promise: { state: "none" } });
  const moved = await manager.patch(`${path}/${made.id}`, { paused: false, timeZone: "America/New_York" });
  expect(moved.json).toMatchObject({ nextSlotAt: expect.stringMatching(/T0[67]:00:00/), promise: { state: "kept" } });
  expect((await manager.delete(`${path}/${made.id}`)).status).toBe(204);
  expect((await manager.get(`${path}/${made.id}`)).status).toBe(404);

  const { audit } = await storedOf(stack.ready, tenant.id);
  expect(audit.filter(({ target }) => target === made.id).map(({ action }) => action)).toEqual([
    "schedule.created",
    "schedule.changed",
    "schedule.changed",
    "schedule.deleted",
  ]);
});

test("P5.3 schedules are written by managers and read by readers", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const path = `/tenants/${tenant.id}/schedules`;
  const { id } = await aSchedule(await clientOf(stack, "manager"), tenant.id);
  const operator = await clientOf(stack, "operator");
  const refusals = await Promise.all([
    operator.post(path, { cron: "0 2 * * *" }),
    operator.patch(`${path}/${id}`, { paused: true }),
    operator.delete(`${path}/${id}`),
    operator.post(`${path}/${id}/run`),
  ]);
  for (const refusal of refusals) expect(refusal.json).toMatchObject({ status: 403, missingRight: "schedule.write" });
  expect((await (await clientOf(stack, "reader")).get(`${path}/${id}`)).status).toBe(200);
  expect((await (await clientOf(stack, "outsider")).get(`${path}/${id}`)).status).toBe(404);
  const unknown = id.replace(/.{4}$/, "0000");
  expect((await (await clientOf(stack, "reader")).get(`${path}/${unknown}/slots`)).status).toBe(404);
  expect((await (await clientOf(stack, "reader")).get(`${path}/${id}/slots`)).json).toMatchObject({ items: [] });
});

test.each([
  [{ cron: "0 25 * * *" }, "cron"],
  [{ cron: "0 0 30 2 *" }, ""],
  [{ cron: "*/10 * * * *" }, "cron"],
  [{ cron: "0 2 * * *", timeZone: "Mars/Olympus" }, "timeZone"],
  [{ cron: "0 2 * * *", jitterMinutes: 721 }, "jitterMinutes"],
  [{ cron: "0 2 * * *", types: ["nonsense"] }, ""],
  [{ cron: "0 2 * * *", unknown: 1 }, ""],
])("a schedule that cannot be kept is refused: %o", async (terms, field) => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const answer = await (await clientOf(stack, "manager")).post(`/tenants/${tenant.id}/schedules`, terms);
  expect(answer.status).toBe(400);
  if (field !== "") expect(Object(answer.json).errors[0].field).toBe(field);
});

test("a preview names the next five slots as the planner has them, in the zone asked for or the tenant's", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const reader = await clientOf(stack, "reader");
  const preview = async (query: string) => reader.get(`/tenants/${tenant.id}/schedule-preview?${query}`);
  const inTokyo: string[] = Object((await preview("cron=0 2 * * *&timeZone=Asia/Tokyo")).json).next;
  expect(inTokyo).toEqual(Array.from({ length: 5 }, () => expect.stringMatching(/T17:00:00/)));
  expect(inTokyo).toEqual(inTokyo.toSorted((one, other) => (one < other ? -1 : 1)));
  const { nextSlotAt } = await aSchedule(await clientOf(stack, "manager"), tenant.id);
  expect(Object((await preview("cron=0 2 * * *")).json).next[0]).toBe(nextSlotAt);
});

test.each([
  ["", "cron"],
  ["cron=0 25 * * *", "cron"],
  ["cron=0 0 30 2 *", "cron"],
  ["cron=*/10 * * * *", "cron"],
  [`cron=${"0,".repeat(120)}0 2 * * *`, "cron"],
  ["cron=0 2 * * *&timeZone=Mars/Olympus", "timeZone"],
])("a preview refuses what a schedule could not be: %s", async (query, field) => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const answer = await (await clientOf(stack, "reader")).get(`/tenants/${tenant.id}/schedule-preview?${query}`);
  expect(answer.status).toBe(400);
  expect(Object(answer.json).errors[0].field).toBe(field);
});

test("P5.1 a preview of a tenant that one is no member of does not exist", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const outsider = await clientOf(stack, "outsider");
  const answer = await outsider.get(`/tenants/${tenant.id}/schedule-preview?cron=0 2 * * *`);
  expect(answer.status).toBe(404);
});

test("a due slot makes one run with its audit entry, however often the timer fires, and the schedule shows it", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const manager = await clientOf(stack, "manager");
  const schedule = await aSchedule(manager, tenant.id);
  const at = await makeDue(stack, schedule, 60_000);

  const fire = () => stack.apps.worker.run("schedules");
  await Promise.all([fire(), fire(), fire()]);
  await stack.drain();

  const [run, ...others] = await scheduledRuns(stack, tenant.id);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ status: "completed", outcome: "succeeded", initiator: { id: schedule.id } });
  const shown = Object((await manager.get(`/tenants/${tenant.id}/schedules/${schedule.id}`)).json);
  expect(shown.lastSlot).toEqual({ at, runId: run.id, outcome: "succeeded" });
  expect(Date.parse(shown.nextSlotAt)).toBeGreaterThan(Date.now());
  const { audit } = await storedOf(stack.ready, tenant.id);
  const created = audit.filter(({ target, action }) => target === run.id && action === "operation.created");
  expect(created.map(({ actor }) => actor.kind)).toEqual(["schedule"]);
});

test("a slot skipped because the previous run is still active is recorded, audited and shown (pitfall 31)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const manager = await clientOf(stack, "manager");
  const schedule = await aSchedule(manager, tenant.id);
  const path = `/tenants/${tenant.id}/schedules/${schedule.id}`;
  stack.servers.graph.control.setLatency(500);
  try {
    const active = await manager.post(`${path}/run`);
    expect(active.status).toBe(202);
    const at = await makeDue(stack, schedule, 60_000);
    await stack.apps.worker.run("schedules");

    const skipped = { at, runId: Object(active.json).id, outcome: "skipped" };
    expect(Object((await manager.get(path)).json).lastSlot).toEqual(skipped);
    expect(Object((await manager.get(`${path}/slots`)).json).items).toMatchObject([skipped]);
    expect(await scheduledRuns(stack, tenant.id)).toEqual([]);
    const { audit } = await storedOf(stack.ready, tenant.id);
    expect(audit.map(({ action }) => action)).toContain("schedule.slot_skipped");
  } finally {
    stack.servers.graph.control.setLatency(0);
    await stack.drain();
  }
});

test("slots that passed while nothing ran make one run, or none, as the schedule says, and are counted", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const manager = await clientOf(stack, "manager");
  const latest = await aSchedule(manager, tenant.id, { cron: "0 * * * *" });
  const skips = await aSchedule(manager, tenant.id, { cron: "0 0 1 * *", missedSlots: "skip" });
  await makeDue(stack, latest, 5 * hourMs);
  await makeDue(stack, skips, 5 * hourMs);
  await stack.apps.worker.run("schedules");
  await stack.drain();

  const slotsOf = async ({ id }: { id: string }) =>
    Object((await manager.get(`/tenants/${tenant.id}/schedules/${id}/slots`)).json).items;
  const [started, ...others] = await slotsOf(latest);
  expect(others).toEqual([]);
  expect(started.missedBefore).toBeGreaterThanOrEqual(4);
  expect(await slotsOf(skips)).toMatchObject([{ outcome: "missed", runId: null }]);
  expect((await scheduledRuns(stack, tenant.id)).map(({ id }) => id)).toEqual([started.runId]);
});

test("a broken promise is a state, told once to those who may change the schedule, and mended by a complete snapshot", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const manager = await clientOf(stack, "manager");
  const schedule = await aSchedule(manager, tenant.id);
  const path = `/tenants/${tenant.id}/schedules/${schedule.id}`;
  const lookNow = (more: object = {}) =>
    alterStored(stack.ready, tenant.id, schedule.id, { promiseCheckAt: new Date(0).toISOString(), ...more });

  await lookNow({ promisedFrom: new Date(Date.now() - 27 * hourMs).toISOString() });
  await stack.apps.worker.run("schedules");
  await lookNow();
  await stack.apps.worker.run("schedules");
  expect(Object((await manager.get(path)).json).promise).toMatchObject({ state: "broken", lastCompleteAt: null });
  const noticesOf = async (user: string) => {
    const { json } = await (await clientOf(stack, user)).get("/notifications?limit=1000");
    return Object(json).items.filter((each: { tenantId: string }) => each.tenantId === tenant.id);
  };
  const told = { kind: "promise_broken", runId: null, viewUrl: expect.stringContaining(schedule.id) };
  expect(await noticesOf("manager")).toMatchObject([told]);
  expect(await noticesOf("owner")).toMatchObject([told]);
  expect(await noticesOf("operator")).toEqual([]);
  const admin = await clientOf(stack, "platform-admin");
  const broken = async () => {
    const { json } = await admin.get("/platform/overview?promise=broken&limit=1000");
    return Object(json).items.filter(({ id }: { id: string }) => id === tenant.id);
  };
  expect(await broken()).toMatchObject([{ brokenPromises: [{ scheduleId: schedule.id, lastCompleteAt: null }] }]);
  const facts = Object((await admin.get("/platform/facts")).json);
  expect(facts.alarms).toContainEqual(expect.objectContaining({ code: "broken_promises" }));
  expect(facts.brokenPromises).toContainEqual(expect.objectContaining({ scheduleId: schedule.id }));

  await manager.post(`${path}/run`);
  await stack.drain();
  await lookNow();
  await stack.apps.worker.run("schedules");
  expect(Object((await manager.get(path)).json).promise).toMatchObject({ state: "kept" });
  expect(await broken()).toEqual([]);
  // The schedule's promise is kept, and the tenant has no snapshot of all its types yet.
  const { items } = Object((await admin.get("/platform/overview?limit=1000")).json);
  const seen = items.find(({ id }: { id: string }) => id === tenant.id);
  expect(seen).toMatchObject({ state: "active", lastComplete: null, lastRun: { outcome: "succeeded" } });
});
