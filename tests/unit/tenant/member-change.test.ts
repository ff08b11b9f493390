import { describe, expect, it } from "vitest";
import { checkHome, checkMemberChange } from "../../../src/domain/tenant/member-change.ts";
import type { Membership } from "../../../src/domain/tenant/membership.ts";
import { aHomeTenantId } from "../../builders/a-caller.ts";

const home = { firstPlatformTenant: aHomeTenantId };

function anOwner(principalId: string, principalKind: Membership["principalKind"]) {
  return { principalId, principalKind, role: "owner", homeTenantId: aHomeTenantId } as const;
}

const removeOne = (others: readonly Membership["principalKind"][]) => () => {
  const members = [anOwner("one", "user"), ...others.map((kind) => anOwner(kind, kind))];
  checkMemberChange(members, "one", null, home);
};

describe("the last owner", () => {
  it.each(["application", "unknown"] as const)("P5.3 stays while beside it is only an owner of kind %s", (kind) => {
    expect(removeOne([kind])).toThrow(expect.objectContaining({ code: "last_owner" }));
  });

  it.each(["user", "group"] as const)("may go while another owner is a %s", (kind) => {
    expect(removeOne([kind])).not.toThrow();
  });
});

it("P5.3 a member of a home tenant whose people may not call is refused, and the field is named", () => {
  const allowed = { allowedTenants: [aHomeTenantId] };
  expect(() => checkHome(aHomeTenantId, allowed, "homeTenantId")).not.toThrow();
  expect(() => checkHome("another", allowed, "homeTenantId")).toThrow(
    expect.objectContaining({ code: "invalid_request", target: "homeTenantId" }),
  );
});
