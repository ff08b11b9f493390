import { describe, expect, it } from "vitest";
import { accessOf, grantorsOf, type Membership, membershipSchema } from "../../../src/domain/tenant/membership.ts";
import { aCaller, aHomeTenantId } from "../../builders/a-caller.ts";

const tenantId = "9d3f0c6e-3f06-4b39-9a5f-8f1d2f7a0001";
const group = "9d3f0c6e-3f06-4b39-9a5f-8f1d2f7a00aa";
const elsewhere = "9d3f0c6e-3f06-4b39-9a5f-8f1d2f7a00ee";
const home = { firstPlatformTenant: aHomeTenantId };
const mara = aCaller({ groups: [group] });

const aMembership = (given: object): Membership =>
  membershipSchema.parse({ tenantId, principalId: mara.id, homeTenantId: aHomeTenantId, role: "reader", ...given });
const ofGroup = (given: object): Membership =>
  aMembership({ principalId: group, principalKind: "group", role: "manager", ...given });

describe("what a caller is in a tenant", () => {
  it("the better of its own role and those of its groups counts, and says by what", () => {
    expect(accessOf(mara, [aMembership({}), ofGroup({})], home)).toMatchObject({ role: "manager", via: "group" });
    expect(accessOf(mara, [aMembership({ role: "owner" }), ofGroup({})], home)).toMatchObject({ via: "own" });
    expect(accessOf(mara, [aMembership({ role: "manager" }), ofGroup({})], home)).toMatchObject({ via: "own" });
  });

  it("P5.1 an object id in a token of another home tenant is nobody's membership, of a person or a group", () => {
    const stranger = { ...mara, homeTenantId: elsewhere };
    expect(accessOf(stranger, [aMembership({}), ofGroup({})], home)).toBeUndefined();
    expect(accessOf(stranger, [aMembership({ homeTenantId: elsewhere })], home)).toMatchObject({ role: "reader" });
  });

  it("a membership of a version before this one is of the first platform tenant", () => {
    const before = membershipSchema.parse({ tenantId, principalId: mara.id, role: "operator" });
    expect(before).toMatchObject({
      principalKind: "user",
      name: null,
      homeTenantId: null,
      addedAt: null,
      addedBy: null,
    });
    expect(accessOf(mara, [before], home)).toMatchObject({ role: "operator", via: "own" });
    expect(accessOf({ ...mara, homeTenantId: elsewhere }, [before], home)).toBeUndefined();
  });

  it("a group is a member by the token's groups alone, and a person by its own id alone", () => {
    expect(accessOf({ ...mara, groups: [] }, [ofGroup({})], home)).toBeUndefined();
    expect(accessOf({ ...mara, id: group, groups: [] }, [ofGroup({})], home)).toBeUndefined();
    expect(accessOf(mara, [ofGroup({ principalKind: "user" })], home)).toBeUndefined();
  });

  it("a right is granted by each principal whose own role gives it", () => {
    const held = [aMembership({ role: "operator" }), ofGroup({})];
    expect(grantorsOf(held, "snapshot.take")).toEqual([mara.id, group]);
    expect(grantorsOf(held, "schedule.write")).toEqual([group]);
    expect(grantorsOf(held, "member.write")).toEqual([]);
  });
});
