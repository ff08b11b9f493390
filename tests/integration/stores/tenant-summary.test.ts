import { beforeEach, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import type { Schedule } from "../../../src/domain/schedule/schedule.ts";
import type { Snapshot } from "../../../src/domain/snapshot/snapshot.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { summariseTenant } from "../../../src/use-cases/tenant/summarise-tenant.ts";
import { aRun, operator } from "../../builders/a-run.ts";
import { aSchedule } from "../../builders/a-schedule.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
beforeEach(() => its.product.addTenant(its.scope.tenantId, "Kestrel"));

const types = contracts.map(({ key }) => key);
const dayOf = (day: number): string => `2026-03-0${day}T08:00:00.000Z`;
const summaryOf = (scope: TenantScope = its.scope) => summariseTenant(its.product, scope);

function seal(day: number, state: Snapshot["state"]): Promise<unknown> {
  const { tenantId } = its.scope;
  const at = dayOf(day);
  const counts = { total: 1, processed: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 0 };
  const gap = { type: "settingsCatalog", code: "graph_forbidden", message: "No permission." } as const;
  return its.product.storesFor(its.scope).snapshots.seal({
    id: `snapshot-${its.product.newId()}`,
    tenantId,
    runId: "r",
    state,
    label: null,
    createdAt: at,
    sealedAt: at,
    window: { from: at, to: at },
    counts,
    gaps: state === "complete" ? [] : [gap],
    rootHash: "0".repeat(64),
    manifestVersion: null,
    immutability: { state: "not_enforced" },
    types,
    size: 1,
  });
}

async function addSchedule(promise: Schedule["promise"]): Promise<void> {
  const id = `schedule-${its.product.newId()}`;
  const document = toDocument("schedule", id, its.scope.tenantId, aSchedule({ promise }));
  await its.product.cosmos.tenantData.items.create(document);
}

async function start(given: Parameters<typeof aRun>[0]): Promise<string> {
  const id = its.product.newId();
  const run = aRun({ tenantId: its.scope.tenantId, activeKey: id, ...given, id });
  await its.product.storesFor(its.scope).runs.create(run, {});
  return id;
}

it("tells the newest snapshot with its gaps, and when the last one without was sealed", async () => {
  expect(await summaryOf()).toMatchObject({ snapshot: null, lastCompleteAt: null });
  await seal(1, "complete");
  expect(await summaryOf()).toMatchObject({ snapshot: { sealedAt: dayOf(1) }, lastCompleteAt: dayOf(1) });
  await seal(2, "complete_with_gaps");
  expect(await summaryOf()).toMatchObject({
    snapshot: { sealedAt: dayOf(2), gaps: [{ type: "settingsCatalog" }] },
    lastCompleteAt: dayOf(1),
  });
});

it("tells what is queued or running, newest first, and no run that has ended", async () => {
  const queued = await start({ createdAt: dayOf(1) });
  const running = await start({ createdAt: dayOf(2), status: "running" });
  await start({ createdAt: dayOf(3), status: "completed", outcome: "failed" });
  expect((await summaryOf()).active.map(({ id }) => id)).toEqual([running, queued]);
});

it("a view of a tenant takes at most 20 request units, whatever the tenant has", async () => {
  const { product, scope } = its;
  for (const day of [1, 2]) await seal(day, day === 1 ? "complete" : "complete_with_gaps");
  for (const state of ["kept", "broken", "broken"]) await addSchedule({ state, since: dayOf(1), lastCompleteAt: null });
  const objects = new Map(types.map((type) => [type, 40]));
  await product.storesFor(scope).inventory.noteListed({ at: dayOf(3), objects }, types);
  for (const each of [1, 2]) await start({ status: "running", createdAt: dayOf(each) });
  for (const each of [3, 4, 5, 6]) await start({ status: "completed", outcome: "succeeded", createdAt: dayOf(each) });
  await product.addMember(scope.tenantId, operator.id, "reader");
  product.server.control.resetCharges();
  await product.storesFor(scope).tenant.membershipsOf([operator.id]);
  expect(await summaryOf()).toMatchObject({ tenant: { name: "Kestrel" }, promise: { state: "broken" } });
  expect(product.server.control.charges().total.requestUnits).toBeLessThanOrEqual(20);
});

it("P5.1 tells nothing of another tenant, and of one that is not there that it is not", async () => {
  await seal(1, "complete");
  await start({});
  const other = openTenantScope(tenantIdSchema.parse(crypto.randomUUID()), "authorised");
  await expect(summaryOf(other)).rejects.toMatchObject({ code: "not_found" });
  await its.product.addTenant(other.tenantId);
  expect(await summaryOf(other)).toMatchObject({ snapshot: null, active: [], promise: { state: "none" } });
});
