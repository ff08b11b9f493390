import { describe, expect, it } from "vitest";
import { type NameOf, toPortableForm } from "../../../src/domain/comparison/portable-form.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { contractNamed } from "../../builders/a-compared-by.ts";

const contract = contractNamed("settingsCatalog");
const [here, there] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const policy = (groupId: string, tag: string): JsonObject => ({
  name: "Baseline",
  roleScopeTagIds: ["0", tag],
  assignments: [{ target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId } }],
});
const called =
  (name: string): NameOf =>
  () => ({ name });

describe("the portable form", () => {
  it("names what an object refers to by kind and name, so two tenants are equal where names are (hard case 6)", () => {
    const sameTag: NameOf = (to) => ({ name: to === "group" ? "Sales" : "Berlin" });
    expect(toPortableForm(contract, policy(there, "7"), sameTag)).toEqual(
      toPortableForm(contract, policy(here, "3"), sameTag),
    );
    expect(toPortableForm(contract, policy(there, "7"), called("Renamed"))).not.toEqual(
      toPortableForm(contract, policy(here, "3"), sameTag),
    );
  });

  it("keeps words and ids that mean the same in every tenant", () => {
    const unknown: NameOf = () => "unresolved";
    const form = toPortableForm(contract, { roleScopeTagIds: ["0"] }, unknown);
    expect(form).toEqual({ roleScopeTagIds: ["0"] });
    const access = contractNamed("conditionalAccessPolicy");
    const users = { conditions: { users: { includeUsers: ["All"], excludeGroups: [] } } };
    expect(toPortableForm(access, users, unknown)).toEqual({ conditions: { users: { includeUsers: ["All"] } } });
  });

  it("makes an id without a name, or with one that two objects have, equal to nothing of another tenant", () => {
    for (const state of ["unresolved", "ambiguous"] as const) {
      const of = (groupId: string) => toPortableForm(contract, policy(groupId, "0"), () => state);
      expect(of(here)).not.toEqual(of(there));
      expect(JSON.stringify(of(here))).toContain(state);
    }
  });
});
