import { expect, it } from "vitest";
import type { AuditEntry } from "../../../src/domain/audit/audit-entry.ts";
import type { Caller } from "../../../src/domain/tenant/caller.ts";
import type { Membership } from "../../../src/domain/tenant/membership.ts";
import type { MemberChange } from "../../../src/domain/tenant/repository.ts";
import type { Tenant } from "../../../src/domain/tenant/tenant.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { takeOwnership } from "../../../src/use-cases/member/take-ownership.ts";

const homeTenantId = "00000000-0000-4000-8000-000000000001";
const scope = openTenantScope(tenantIdSchema.parse("00000000-0000-4000-8000-00000000000a"), "authorised");
const admin: Caller = {
  kind: "user",
  id: "admin",
  name: "Ada",
  homeTenantId,
  groups: [],
  groupsUnknown: false,
  platformRoles: ["Platform.Admin"],
};

function aMember(principalId: string, more: Partial<Membership> = {}): Membership {
  const beside = { name: principalId, homeTenantId, addedAt: null, addedBy: null };
  return { tenantId: scope.tenantId, principalId, principalKind: "user", role: "owner", ...beside, ...more };
}

/** A tenant with these members, which others write before the first changes of so many. */
function aStore(members: readonly Membership[], { state = "active" as Tenant["state"], othersWrite = 0 } = {}) {
  const changes: MemberChange[] = [];
  const platform: AuditEntry[] = [];
  let version = 1;
  const tenant = {
    readVersion: async () => ({ tenant: { tenantId: scope.tenantId, name: "T", state }, version: String(version) }),
    members: async () => members,
    changeMember: async (change: MemberChange) => {
      version += 1;
      if (version <= othersWrite + 1) return "moved_on";
      changes.push(change);
      return "changed";
    },
  };
  const audit = {
    add: async (entry: AuditEntry) => {
      if (!platform.some(({ id }) => id === entry.id)) platform.push(entry);
    },
  };
  // Of all stores only these are asked here.
  const storesFor = (() => ({ tenant, audit })) as never;
  const clock = { nowMs: () => 0, random: () => 0, pause: async () => undefined };
  const deps = { storesFor, clock, newId: () => "x", firstPlatformTenant: homeTenantId };
  const take = (caller = admin) => takeOwnership(deps, scope, { caller, reason: "the owner left" });
  return { take, changes, platform };
}

it("P6.4 taking ownership is one change of the tenant, with its entry and word to every owner, and one of the platform", async () => {
  const group = aMember("group", { principalKind: "group" });
  const { take, changes, platform } = aStore([aMember("one"), group, aMember("reader", { role: "reader" })]);
  expect(await take()).toMatchObject({ principalId: "admin", principalKind: "user", role: "owner", homeTenantId });
  const after = { role: "owner", reason: "the owner left" };
  const action = "tenant.ownership_taken";
  const told = [{ kind: "ownership_taken", recipientId: "one", tenantId: scope.tenantId }];
  expect(changes).toMatchObject([{ version: "1", audit: { action, target: "admin", before: null, after }, told }]);
  expect(platform).toMatchObject([{ action, tenantId: "platform", target: scope.tenantId, after }]);
  // P6.10: neither who nor why.
  expect(changes[0]?.told[0]?.message).not.toMatch(/Ada|the owner left/);
});

it("who takes it while others change members is recorded on the platform once", async () => {
  const { take, changes, platform } = aStore([aMember("one")], { othersWrite: 2 });
  await take();
  expect([changes.length, platform.length]).toEqual([1, 1]);
  expect(changes[0]?.audit.id).toBe(platform[0]?.id);
});

it("nothing is changed for who is an owner already, and a lesser member becomes one", async () => {
  const own = aMember("admin");
  const already = aStore([own]);
  expect(await already.take()).toBe(own);
  expect([already.changes, already.platform]).toEqual([[], []]);
  const lesser = aStore([aMember("one"), aMember("admin", { role: "reader", addedAt: "2026-01-01T00:00:00.000Z" })]);
  expect(await lesser.take()).toMatchObject({ role: "owner", addedAt: "2026-01-01T00:00:00.000Z" });
  expect(lesser.changes).toMatchObject([{ audit: { before: { role: "reader" } } }]);
});

it("P5.1 nobody becomes an owner of an archived tenant, or under an id that is somebody else's there", async () => {
  const archived = aStore([aMember("one")], { state: "archived" });
  await expect(archived.take()).rejects.toMatchObject({ code: "tenant_archived" });
  const foreign = aStore([aMember("admin", { homeTenantId: "00000000-0000-4000-8000-000000000002" })]);
  await expect(foreign.take()).rejects.toMatchObject({ code: "conflict" });
  expect([...archived.platform, ...foreign.platform, ...archived.changes, ...foreign.changes]).toEqual([]);
});
