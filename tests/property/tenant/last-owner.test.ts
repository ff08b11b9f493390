import fc from "fast-check";
import { expect, it } from "vitest";
import type { Membership } from "../../../src/domain/tenant/membership.ts";
import type { MemberChange, TenantRepository } from "../../../src/domain/tenant/repository.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { changeMember } from "../../../src/use-cases/member/change-member.ts";

const homeTenantId = "00000000-0000-4000-8000-000000000001";
const scope = openTenantScope(tenantIdSchema.parse("00000000-0000-4000-8000-00000000000a"), "authorised");

function anOwner(principalId: string): Membership {
  const beside = { name: principalId, homeTenantId, addedAt: null, addedBy: null };
  return { tenantId: scope.tenantId, principalId, principalKind: "user", role: "owner", ...beside };
}

/** Two owners, in a store in which other calls come between any two, as the scheduler has it. */
function aStore(scheduler: fc.Scheduler) {
  const members = new Map(["one", "two"].map((id) => [id, anOwner(id)]));
  let version = 1;
  const answer = <T>(value: () => T): Promise<T> => scheduler.schedule(Promise.resolve()).then(value);
  const tenant: Pick<TenantRepository, "readVersion" | "members" | "changeMember"> = {
    readVersion: () =>
      answer(() => ({
        tenant: {
          tenantId: scope.tenantId,
          name: "T",
          timeZone: "UTC",
          state: "active" as const,
          stateReason: null,
          paused: false,
          labels: [],
        },
        version: String(version),
      })),
    members: () => answer(() => [...members.values()]),
    changeMember: (change: MemberChange) =>
      answer(() => {
        if (change.version !== String(version)) return "moved_on";
        version += 1;
        if (change.member) members.set(change.principalId, change.member);
        else members.delete(change.principalId);
        return "changed";
      }),
  };
  return { members, tenant };
}

it("P5.3 one of two owners who remove or lower each other at once stays an owner", async () => {
  const lowered = { principalKind: "user", name: "x", homeTenantId, role: "manager" } as const;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.boolean(), fc.boolean(), async (scheduler, removes, lowers) => {
      const { members, tenant } = aStore(scheduler);
      // Of all stores only the tenant's are asked here.
      const storesFor = (() => ({ tenant })) as never;
      const clock = { nowMs: () => 0, random: () => 0, pause: async () => undefined };
      const homes = { firstPlatformTenant: homeTenantId, allowedTenants: [homeTenantId] };
      const deps = { storesFor, clock, newId: () => "x", ...homes };
      const ask = (principalId: string, isRemoved: boolean) =>
        changeMember(deps, scope, {
          principalId,
          terms: isRemoved ? null : lowered,
          checkSeen: () => undefined,
          actor: { kind: "user", id: "x", name: "x" },
        });
      const both = Promise.allSettled([ask("one", removes), ask("two", lowers)]);
      await scheduler.waitFor(both);
      const answers = await both;
      expect([...members.values()].filter(({ role }) => role === "owner")).toHaveLength(1);
      expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
      expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "last_owner" } });
    }),
    { numRuns: 1_000 },
  );
});
