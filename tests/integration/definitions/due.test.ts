import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { openTenantScope, platformId, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { chooseTenant } from "../../../src/use-cases/definition/choose-tenant.ts";
import { refreshDue } from "../../../src/use-cases/definition/start-refresh.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const platform = openTenantScope(platformId, "aggregated");

/** An active tenant that was created at a time; without one, before anything was audited. */
async function aTenant(at?: string) {
  const tenantId = tenantIdSchema.parse(randomUUID());
  const scope = openTenantScope(tenantId, "aggregated");
  await its.product.addTenant(tenantId);
  const { audit } = its.product.storesFor(scope);
  if (at !== undefined) await audit.add(anAuditEntry(tenantId, { action: "tenant.created", at }));
  return { tenantId, tenant: its.product.storesFor(scope).tenant };
}

// The tests of this file share their product: what one adds is there for those after it.
it("no names are asked for while no tenant may be asked, and a named tenant is asked alone (P5.1)", async () => {
  const { storesFor, aggregation, queue, newId } = its.product;
  const choose = (named?: typeof platformId) => chooseTenant({ storesFor, aggregation, named });
  const due = (named?: typeof platformId) =>
    refreshDue({ storesFor, aggregation, queue, newId, clock: its.clock, named });
  await expect(choose()).rejects.toMatchObject({ code: "no_tenant_to_ask", target: "platform" });
  expect(await due()).toBe(false);
  await expect(due(its.scope.tenantId)).rejects.toMatchObject({ code: "no_tenant_to_ask" });

  const newer = await aTenant("2026-02-01T00:00:00.000Z");
  const older = await aTenant("2026-01-01T00:00:00.000Z");
  expect(await choose()).toMatchObject({ tenantId: older.tenantId });
  expect(await choose(newer.tenantId)).toMatchObject({ tenantId: newer.tenantId });
  const oldest = await aTenant();
  expect(await choose()).toMatchObject({ tenantId: oldest.tenantId });
  await oldest.tenant.setGraphPaused(true, anAuditEntry(oldest.tenantId, { action: "graph.paused" }));
  expect(await choose()).toMatchObject({ tenantId: older.tenantId });
  await expect(choose(oldest.tenantId)).rejects.toMatchObject({ code: "no_tenant_to_ask", target: oldest.tenantId });
});

it("names are read once a week by themselves, in the system's name, and a run that is under way is joined", async () => {
  const { storesFor, aggregation, queue, newId } = its.product;
  const due = () => refreshDue({ storesFor, aggregation, queue, newId, clock: its.clock, named: undefined });
  const { definitions, runs } = storesFor(platform);
  expect([await due(), await due()]).toEqual([true, false]);
  const { items } = await runs.list({}, { limit: 10, page: null });
  expect(items).toMatchObject([{ type: "definitions.refresh", initiator: { kind: "system" }, tenantId: platformId }]);

  const daysAgo = (days: number) => new Date(its.clock.nowMs() - days * 24 * 3_600_000).toISOString();
  const keep = (at: string) => definitions.keepSets({ languages: { en: { hash: "0".repeat(64), perList: {}, at } } });
  await keep(daysAgo(6));
  expect(await due()).toBe(false);
  await keep(daysAgo(8));
  // It joins the one that is still queued.
  expect(await due()).toBe(false);
});
