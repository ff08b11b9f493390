import { beforeEach, describe, expect, it } from "vitest";
import { alarmLimits } from "../../../config/limits.ts";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import { inventoryDocumentId } from "../../../src/adapters/cosmos/inventory-document.ts";
import { makePlatformActivity } from "../../../src/adapters/cosmos/make-platform-activity.ts";
import { openTenantScope, type TenantId, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { readPlatformFacts } from "../../../src/use-cases/platform/read-platform-facts.ts";
import { aRun } from "../../builders/a-run.ts";
import { aSchedule } from "../../builders/a-schedule.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const at = "2026-03-01T08:00:00.000Z";
const person = "11111111-9999-4333-8444-555555555555";
const secret = "what nobody may read in a log";
const aPage = { limit: 100, page: null };

let bad: TenantId;
let good: TenantId;

const put = (kind: Parameters<typeof toDocument>[0], id: string, tenantId: TenantId, content: object) =>
  its.product.cosmos.tenantData.items.upsert({ ...toDocument(kind, id, tenantId, content), ...content });

const ids = { run: "", schedule: "", goodRun: "", goodSchedule: "" };

beforeEach(async () => {
  bad = its.scope.tenantId;
  good = tenantIdSchema.parse(crypto.randomUUID());
  const { product } = its;
  ids.run = product.newId();
  ids.goodRun = product.newId();
  ids.schedule = `schedule-${product.newId()}`;
  ids.goodSchedule = `schedule-${product.newId()}`;
  for (const tenantId of [bad, good]) await product.addMember(tenantId, person, "reader");
  await product.addTenant(good, "Good");
  // From a version to come, and with a field that is not as it should be.
  const tenant = { name: "Bad", timeZone: "UTC", state: [secret], stateReason: null, paused: false };
  await put("tenant", "tenant", bad, tenant);
  await put("run", ids.run, bad, { ...aRun({ id: ids.run, tenantId: bad }), schemaVersion: 2 });
  await put("run", ids.goodRun, good, aRun({ id: ids.goodRun, tenantId: good }));
  await put("schedule", ids.schedule, bad, { ...aSchedule(), cron: secret });
  await put("schedule", ids.goodSchedule, good, aSchedule());
});

describe("a document that cannot be read", () => {
  it("stops no look over all tenants: the rest is found, and each of them is told without its content (P6.10)", async () => {
    const { aggregation, unreadable } = its.product;
    const ours = <T extends { readonly tenantId: string }>(found: readonly T[]): T[] =>
      found.filter(({ tenantId }) => tenantId === bad || tenantId === good);
    unreadable.length = 0;
    expect(ours(await aggregation.activeRuns()).map(({ id }) => id)).toEqual([ids.goodRun]);
    expect(ours(await aggregation.dueSchedules(at)).map(({ id }) => id)).toEqual([ids.goodSchedule]);
    expect(ours(await aggregation.brokenPromises()).map(({ id }) => id)).toEqual([ids.goodSchedule]);
    expect((await aggregation.tenants([bad, good])).map(({ tenantId }) => tenantId)).toEqual([good]);
    const refs = [
      { tenantId: bad, runId: ids.run },
      { tenantId: good, runId: ids.goodRun },
    ];
    expect((await aggregation.runs(refs)).map(({ id }) => id)).toEqual([ids.goodRun]);
    const run = { tenantId: bad, kind: "run", id: ids.run, at: "schemaVersion" };
    const schedule = { tenantId: bad, kind: "schedule", id: ids.schedule, at: "cron" };
    const tenant = { tenantId: bad, kind: "tenant", id: "tenant", at: "state" };
    expect(ours(unreadable)).toEqual([run, schedule, schedule, tenant, run]);
    expect(JSON.stringify(unreadable)).not.toContain(secret);
  });

  it("takes no other tenant out of the overview, however long its pages are, and is named there", async () => {
    const { aggregation } = its.product;
    for (const limit of [1, 2, 100]) {
      const found: string[] = [];
      const named: string[] = [];
      for (let page: string | null = null, more = true; more; ) {
        const answer = await aggregation.overview({}, { limit, page });
        found.push(...answer.items.map(({ id }) => id));
        named.push(...answer.unreadable.filter(({ tenantId }) => tenantId === bad).map(({ kind }) => kind));
        page = answer.nextPage;
        more = page !== null;
      }
      expect(found).toContain(good);
      expect(found).not.toContain(bad);
      expect(named).toEqual(["tenant"]);
    }
  });

  it("leaves the list that it belongs to without itself alone", async () => {
    const { runs, schedules, tenant } = its.product.storesFor(its.scope);
    const readable = its.product.newId();
    await put("run", readable, bad, aRun({ id: readable, tenantId: bad, activeKey: readable }));
    await put("membership", "membership-x", bad, { principalId: "x", role: [secret] });
    expect((await runs.list({}, aPage)).items.map(({ id }) => id)).toEqual([readable]);
    expect((await schedules.list(aPage)).items).toEqual([]);
    expect((await tenant.members()).map(({ principalId }) => principalId)).toEqual([person]);
  });

  it("an inventory document that cannot be read is left out, and is whole again with the next observation", async () => {
    const { inventory } = its.product.storesFor(its.scope);
    await inventory.write(
      ["a", "b"].map((id) => anInventoryObject({ id })),
      new Map(),
    );
    const item = its.product.cosmos.inventory.item(inventoryDocumentId("settingsCatalog", "a"), bad);
    await item.patch([{ op: "set", path: "/state", value: [secret] }]);
    expect((await inventory.list({}, aPage)).items.map(({ id }) => id)).toEqual(["b"]);
    const known = (await inventory.knownOf(["settingsCatalog"])).get("settingsCatalog") ?? new Map();
    expect([...known.keys()]).toEqual(["b"]);
    expect(its.product.unreadable.at(-1)).toMatchObject({ tenantId: bad, kind: "inventory object", at: "state" });
    await expect(inventory.read("settingsCatalog", "a")).rejects.toMatchObject({ code: "unreadable_document" });
    await inventory.write([anInventoryObject({ id: "a", observedAt: "2026-03-02T08:00:00.000Z" })], known);
    expect(await inventory.read("settingsCatalog", "a")).toMatchObject({ state: "present", firstSeenAt: at });
  });

  it("fails by its code when it is asked for itself, and says which it is and where", async () => {
    const { runs, tenant, schedules } = its.product.storesFor(its.scope);
    const refusal = { code: "unreadable_document", message: expect.not.stringContaining(secret) };
    await expect(runs.read(ids.run)).rejects.toMatchObject({ ...refusal, target: ids.run });
    await expect(runs.read(ids.run)).rejects.toThrow(`run ${ids.run} of tenant ${bad}`);
    await expect(tenant.read()).rejects.toMatchObject(refusal);
    await expect(schedules.read(ids.schedule)).rejects.toMatchObject(refusal);
  });

  it("is an alarm in the facts of the platform, named there (S10)", async () => {
    const { aggregation, cosmos } = its.product;
    const activity = makePlatformActivity(cosmos.tenantData, { deadLetterTtlSeconds: 60 }, () => undefined);
    const facts = await readPlatformFacts({ aggregation, activity, clock: its.clock }, alarmLimits);
    expect(facts.alarms.map(({ code }) => code)).toContain("unreadable_documents");
    const named = facts.unreadable.filter(({ tenantId }) => tenantId === bad);
    expect(named.map(({ id }) => id).sort()).toEqual([ids.run, ids.schedule].sort());
    const { runs } = its.product.storesFor(openTenantScope(good, "run"));
    expect(await runs.read(ids.goodRun)).toBeDefined();
  });
});
