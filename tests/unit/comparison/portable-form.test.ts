import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { type NameOf, type NamingSide, toPortableForm } from "../../../src/domain/comparison/portable-form.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { contractNamed } from "../../builders/a-compared-by.ts";

const contract = contractNamed("settingsCatalog");
const [here, there] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const policy = (groupId: string, tag: string): JsonObject => ({
  name: "Baseline",
  roleScopeTagIds: ["0", tag],
  assignments: [{ target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId } }],
});
const inTenant = (tenantId: string, nameOf: NameOf): NamingSide => ({ tenantId, nameOf });
const called = (name: string): NamingSide => inTenant("here", (type) => ({ type, name }));

describe("the portable form", () => {
  it("names what an object refers to by kind and name, so two tenants are equal where names are (hard case 6)", () => {
    const names: NameOf = (type) => ({ type, name: type === "group" ? "Sales" : "Berlin" });
    expect(toPortableForm(contract, policy(there, "7"), inTenant("there", names))).toEqual(
      toPortableForm(contract, policy(here, "3"), inTenant("here", names)),
    );
    expect(toPortableForm(contract, policy(there, "7"), called("Renamed"))).not.toEqual(
      toPortableForm(contract, policy(here, "3"), inTenant("here", names)),
    );
  });

  it("keeps words and ids that mean the same in every tenant", () => {
    const nothing = inTenant("here", () => "unresolved");
    const form = toPortableForm(contract, { roleScopeTagIds: ["0"] }, nothing);
    expect(form).toEqual({ roleScopeTagIds: ["0"] });
    const access = contractNamed("conditionalAccessPolicy");
    const users = { conditions: { users: { includeUsers: ["All"], excludeGroups: [] } } };
    expect(toPortableForm(access, users, nothing)).toEqual({ conditions: { users: { includeUsers: ["All"] } } });
  });

  it("makes an id without a name, or with one that two objects have, equal to nothing of another tenant, not even to itself", () => {
    for (const state of ["unresolved", "ambiguous"] as const) {
      const of = (tenantId: string, groupId: string) =>
        toPortableForm(
          contract,
          policy(groupId, "0"),
          inTenant(tenantId, () => state),
        );
      expect(of("here", here)).not.toEqual(of("there", there));
      expect(of("here", here)).not.toEqual(of("there", here));
      expect(JSON.stringify(of("here", here))).toContain(state);
    }
  });

  it("leaves out what can be equal in no two tenants", () => {
    const bound = contracts.find(({ comparison }) => comparison.tenantBound.length > 0);
    const [path = ""] = bound?.comparison.tenantBound ?? [];
    expect(bound && toPortableForm(bound, { [path]: "x" }, called("Sales"))).toEqual({});
  });
});
