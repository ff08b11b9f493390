import { expect, it } from "vitest";
import { auditsOfOwnership, ownershipNotifications } from "../../../src/domain/tenant/ownership.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const homeTenantId = "00000000-0000-4000-8000-000000000001";
const at = "2026-03-01T08:00:00.000Z";
const actor = { kind: "user", id: "admin", name: "Ada" } as const;
const owners = Array.from({ length: 120 }, (_, index) => `owner-${index}`);

function aMember(principalId: string) {
  const terms = { principalKind: "user", name: principalId, homeTenantId, role: "owner" } as const;
  return { tenantId: its.scope.tenantId, principalId, ...terms, addedAt: at, addedBy: actor };
}

it("P6.4 taking ownership tells 120 owners once each, more than one transaction takes, also when it is repeated", async () => {
  const { tenantId } = its.scope;
  await its.product.addTenant(tenantId, "Kestrel");
  const { tenant } = its.product.storesFor(its.scope);
  const member = aMember("admin");
  const { ofTenant } = auditsOfOwnership({ member, before: null, actor, reason: "they left", actId: "act", at });
  const told = ownershipNotifications(member, owners.map(aMember), { actId: "act", at });
  const change = (version: string) =>
    tenant.changeMember({ version, principalId: "admin", member, audit: ofTenant, told });
  // Somebody else wrote the tenant in between: what was told before the transaction is there already.
  expect(await change('"another version"')).toBe("moved_on");
  expect(await change((await tenant.readVersion())?.version ?? "")).toBe("changed");
  const held = await its.product.cosmos.tenantData.items
    .query("SELECT VALUE c.recipientId FROM c WHERE c.kind = 'notification'", { partitionKey: tenantId })
    .fetchAll();
  expect(held.resources).toHaveLength(owners.length);
  expect(new Set(held.resources)).toEqual(new Set(owners));
  expect(await tenant.membershipsOf(["admin"])).toMatchObject([{ role: "owner" }]);
});
