import { describe, expect, it } from "vitest";
import { pickPolicies } from "../../../tools/demo/change-policies.ts";
import { anEntry } from "../../builders/an-entry.ts";

const entries = (...types: string[]) => types.map((type, index) => anEntry({ type, id: `${index}` }));
const typesOf = (...types: string[]) => pickPolicies(entries(...types)).map(({ type }) => type);

describe("what the demo edits", () => {
  it("is what administrators edit most, one of each, where the tenant has it", () => {
    const all = ["assignmentFilter", "deviceManagementScript", "settingsCatalog", "settingsCatalog"];
    expect(typesOf(...all, "deviceCompliancePolicy")).toEqual([
      "settingsCatalog",
      "deviceCompliancePolicy",
      "deviceManagementScript",
    ]);
  });

  it("is whatever there is in a tenant without such", () => {
    expect(typesOf("conditionalAccessPolicy")).toEqual(["conditionalAccessPolicy"]);
    expect(typesOf("conditionalAccessPolicy", "conditionalAccessPolicy", "namedLocation")).toHaveLength(3);
    expect(typesOf()).toEqual([]);
  });

  it("is nothing that no administrator edits by itself: what others name, and single settings of the tenant", () => {
    expect(typesOf("group", "deviceManagementSettings", "depEnrollmentProfile")).toEqual([]);
  });
});
