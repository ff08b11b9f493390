import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { edgesOf, targetsOf } from "../../../src/domain/graph/edges-of.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";

function contractOf(key: string) {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no type ${key}.`);
  return contract;
}

const [group, filter] = ["11111111-AAAA-4000-8000-000000000001", "22222222-0000-4000-8000-000000000002"];
const nothing = "00000000-0000-0000-0000-000000000000";
const lower = group.toLowerCase();

const anAssignment = (kind: string, target: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  id: "a",
  target: { "@odata.type": `#microsoft.graph.${kind}AssignmentTarget`, ...target },
  ...more,
});

const noFilter = {
  deviceAndAppManagementAssignmentFilterId: nothing,
  deviceAndAppManagementAssignmentFilterType: "none",
};

describe("the targets of an object", () => {
  const targets = (...assignments: JsonObject[]) => targetsOf(contractOf("settingsCatalog"), { assignments });

  it("a target says group, mode, filter and intent, and no filter is said in three ways", () => {
    const filtered = {
      deviceAndAppManagementAssignmentFilterId: filter,
      deviceAndAppManagementAssignmentFilterType: "include",
    };
    const base = { groupId: null, filterId: null, filterType: null, intent: null };
    expect(
      targets(
        anAssignment("group", { groupId: group, ...filtered }, { intent: "required" }),
        anAssignment("exclusionGroup", { groupId: group, ...noFilter }),
        anAssignment("allDevices"),
        anAssignment("allLicensedUsers", { deviceAndAppManagementAssignmentFilterId: null }),
        anAssignment("configurationManagerCollection", { collectionId: "SMS0001" }),
        anAssignment("somethingNew"),
      ),
    ).toEqual([
      { ...base, target: "allDevices", mode: "include" },
      { ...base, target: "allUsers", mode: "include" },
      { ...base, target: "collection", mode: "include", groupId: "SMS0001" },
      { ...base, target: "group", mode: "exclude", groupId: lower },
      { target: "group", mode: "include", groupId: lower, filterId: filter, filterType: "include", intent: "required" },
      { ...base, target: "unknown", mode: "unknown" },
    ]);
  });

  it("the group by which app protection says all users is no group", () => {
    const groupId = "acacacac-9df4-4c7d-9d50-4ef0226f57a9";
    expect(targets(anAssignment("group", { groupId }))).toMatchObject([{ target: "allUsers", groupId: null }]);
    expect(edgesOf(contractOf("settingsCatalog"), { assignments: [anAssignment("group", { groupId })] })).toEqual([]);
  });

  it("a type without assignments has no targets at all, and an object without any has an empty list", () => {
    expect(targetsOf(contractOf("assignmentFilter"), { assignments: [] })).toBeNull();
    expect(targets()).toEqual([]);
  });
});

describe("the edges of an object", () => {
  it("edges are the ids at the places that its contract names, each once, whatever order Graph lists them in", () => {
    const assignments = [
      anAssignment("group", { groupId: group, deviceAndAppManagementAssignmentFilterId: filter }),
      anAssignment("exclusionGroup", { groupId: group, ...noFilter }),
    ];
    const edges = edgesOf(contractOf("settingsCatalog"), { assignments, roleScopeTagIds: ["0", "3"] });
    expect(edges).toEqual([
      { to: "assignmentFilter", id: filter, via: "assignments[].target.deviceAndAppManagementAssignmentFilterId" },
      { to: "group", id: lower, via: "assignments[].target.groupId" },
      { to: "roleScopeTag", id: "3", via: "roleScopeTagIds[]" },
    ]);
    const turned = { assignments: assignments.toReversed(), roleScopeTagIds: ["3", "0"] };
    expect(edgesOf(contractOf("settingsCatalog"), turned)).toEqual(edges);
  });

  it("P7.1 edges hold nothing but ids and places, and words instead of ids of groups are none", () => {
    const users = { includeUsers: ["All"], includeGroups: [group], excludeGroups: ["None"] };
    const conditions = { users, locations: { includeLocations: ["AllTrusted"] } };
    const edges = edgesOf(contractOf("conditionalAccessPolicy"), { displayName: "secret", conditions });
    expect(edges.filter(({ to }) => to === "group").map(({ id }) => id)).toEqual([lower]);
    expect(JSON.stringify(edges)).not.toContain("secret");
  });
});
