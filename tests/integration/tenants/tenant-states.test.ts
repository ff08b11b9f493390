import { describe, expect, it } from "vitest";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import { systemActor } from "../../../src/domain/operation-run/events.ts";
import type { TenantEvent } from "../../../src/domain/tenant/tenant-life.ts";
import { applyToTenant } from "../../../src/use-cases/tenant/move-tenant.ts";
import { operator } from "../../builders/a-run.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const apply = (event: TenantEvent, actor = systemActor) =>
  applyToTenant({ ...its.product, clock: its.clock }, its.scope, event, actor);
const refused = { kind: "sign_in_refused", code: "graph_consent_missing" } as const;
const read = () => its.product.storesFor(its.scope).tenant.read();

async function auditOf(): Promise<unknown[]> {
  const query = "SELECT c.action, c.actor.kind AS by, c.before, c.after FROM c WHERE c.kind = 'audit'";
  const partitionKey = its.scope.tenantId;
  return (await its.product.cosmos.tenantData.items.query({ query }, { partitionKey }).fetchAll()).resources;
}

describe("a tenant's state", () => {
  it("is one thing of the tenant, cleared by the next success, and each change is audited (P6.4)", async () => {
    await its.product.addTenant(its.scope.tenantId);
    await apply(refused);
    await apply(refused);
    expect(await read()).toMatchObject({ state: "attention", stateReason: "graph_consent_missing" });
    await apply({ kind: "read" });
    expect(await read()).toMatchObject({ state: "active", stateReason: null });
    const attention = { state: "attention", stateReason: "graph_consent_missing" };
    const active = { state: "active", stateReason: null };
    expect(await auditOf()).toEqual([
      { action: "tenant.sign_in_refused", by: "system", before: active, after: attention },
      { action: "tenant.verified", by: "system", before: attention, after: active },
    ]);
  });

  it("an event of a tenant that is not there makes none", async () => {
    expect(await apply(refused)).toBeUndefined();
    expect(await read()).toBeUndefined();
    expect(await auditOf()).toEqual([]);
  });

  it("one of several who suspend a tenant at once does, and no end of a run takes it back", async () => {
    await its.product.addTenant(its.scope.tenantId);
    const suspended = { kind: "suspended", reason: "unpaid" } as const;
    await Promise.all([1, 2, 3].map(() => apply(suspended, operator)));
    await apply({ kind: "read" });
    await apply(refused);
    expect(await read()).toMatchObject({ state: "suspended", stateReason: "unpaid" });
    expect(await auditOf()).toMatchObject([{ action: "tenant.suspended", after: { reason: "unpaid" } }]);
  });

  it("a tenant of the release before has no labels, and keeps its meaning", async () => {
    const before = { name: "Old", timeZone: "UTC", state: "attention", stateReason: "graph_consent_missing" };
    const document = toDocument("tenant", "tenant", its.scope.tenantId, { ...before, paused: true });
    await its.product.cosmos.tenantData.items.create(document);
    expect(await read()).toEqual({ ...before, tenantId: its.scope.tenantId, paused: true, labels: [] });
    expect(await its.product.storesFor(its.scope).tenant.graphStop()).toBe("tenant_paused");
  });
});
