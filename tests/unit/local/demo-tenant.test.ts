import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { demoTenants } from "../../../local/seeds/demo-tenants.ts";
import { allUsersId } from "../../../local/seeds/make-assignments.ts";
import { makeDemoTenant } from "../../../local/seeds/make-demo-tenant.ts";
import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";

const tenant = makeDemoTenant(7);
const policies = objectsAt("/deviceManagement/configurationPolicies");

function objectsAt(path: string): JsonObject[] {
  return tenant.filter(({ collectionPath }) => collectionPath === path).map(({ object }) => object);
}

function listOf(object: JsonObject, name: string): JsonObject[] {
  const value = object[name] ?? [];
  if (!Array.isArray(value)) throw new Error(`${name} is no list`);
  return value;
}

/** Every value under that name, at any depth. */
function valuesOf(value: JsonValue, name: string): JsonValue[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]: [string, JsonValue]) => [
    ...(key === name ? [inner] : []),
    ...valuesOf(inner, name),
  ]);
}

function idsOf(objects: readonly { object: JsonObject }[]): JsonValue[] {
  return objects.map(({ object }) => object["id"] ?? null);
}

describe("a demo tenant", () => {
  it("is the same for the same seed", () => {
    expect(makeDemoTenant(7)).toEqual(tenant);
  });

  it("shares no id but the built-in scope tags with a tenant of another seed", () => {
    const others = new Set(idsOf(makeDemoTenant(8)));
    const shared = tenant.filter(({ object }) => others.has(object["id"] ?? null));
    expect(new Set(shared.map(({ collectionPath }) => collectionPath))).toEqual(
      new Set(["/deviceManagement/roleScopeTags"]),
    );
  });

  it.each([50, 150, 1000])("has %i objects in every collection of a demo when so many are asked for", (objects) => {
    const made = makeDemoTenant(1, { objects });
    expect(made).toHaveLength(objects);
    expect(new Set(made.map(({ collectionPath }) => collectionPath))).toEqual(
      new Set(tenant.map(({ collectionPath }) => collectionPath)),
    );
  });

  it("refuses a size that cannot hold the mix", () => {
    expect(() => makeDemoTenant(1, { objects: 49 })).toThrow("at least 50 objects, not 49");
  });

  it("gives no two objects of a collection one id", () => {
    const made = makeDemoTenant(3, { objects: 5000 });
    expect(new Set(made.map(({ collectionPath, object }) => JSON.stringify([collectionPath, object["id"]]))).size).toBe(
      5000,
    );
  });

  it("has the name that its contract reads on every object", () => {
    // Some singletons have no name of their own.
    const named = new Map(contracts.map(({ path, nameProperty }) => [path, nameProperty ?? "id"]));
    const nameless = tenant.filter(({ collectionPath, object }) => !object[named.get(collectionPath) ?? ""]);
    expect(nameless).toEqual([]);
  });

  it("has policies of 1, 25, 26 and 120 settings", () => {
    expect(policies.map((policy) => listOf(policy, "settings").length)).toEqual(
      expect.arrayContaining([1, 25, 26, 120]),
    );
  });

  it("announces as many settings as there are, none twice", () => {
    for (const policy of policies) {
      const ids = listOf(policy, "settings").flatMap((setting) => settingIdOf(setting));
      expect(policy["settingCount"]).toBe(ids.length);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("says of a policy that it is assigned when it has assignments", () => {
    const said = tenant.filter(({ object }) => "isAssigned" in object);
    expect(said.map(({ object }) => object["isAssigned"])).toEqual(
      said.map(({ object }) => listOf(object, "assignments").length > 0),
    );
    expect(new Set(said.map(({ object }) => object["isAssigned"]))).toEqual(new Set([true, false]));
  });

  it("has every group, filter and scope tag that its objects name", () => {
    const known = new Set([...idsOf(tenant), allUsersId, null]);
    const tree = tenant.map(({ object }) => object);
    const names = ["groupId", "deviceAndAppManagementAssignmentFilterId"];
    const lists = ["includeGroups", "excludeGroups", "excludeLocations", "roleScopeTagIds", "roleScopeTags"];
    const named = [...names, ...lists].map((name) => valuesOf(tree, name).flat());
    expect(named.map(({ length }) => length)).not.toContain(0);
    expect(named.flat().filter((id) => !known.has(id))).toEqual([]);
  });

  it("assigns to groups, all users and all devices, and excludes groups", () => {
    const targets = tenant.flatMap(({ object }) => listOf(object, "assignments")).map(({ target }) => target ?? null);
    expect(new Set(valuesOf(targets, "@odata.type"))).toEqual(
      new Set(
        ["groupAssignment", "exclusionGroupAssignment", "allLicensedUsersAssignment", "allDevicesAssignment"].map(
          (target) => `#microsoft.graph.${target}Target`,
        ),
      ),
    );
  });

  it("has encrypted OMA-URI values, each with an id of its own to ask for it by", () => {
    const settings = objectsAt("/deviceManagement/deviceConfigurations").flatMap((object) =>
      listOf(object, "omaSettings"),
    );
    const references = settings
      .filter(({ isEncrypted }) => isEncrypted)
      .map((setting) => setting["secretReferenceValueId"]);
    expect(references.length).toBeGreaterThan(0);
    expect(references).not.toContain(null);
    expect(new Set(references).size).toBe(references.length);
  });
});

describe("the demo customers", () => {
  it("the demo customers differ in tenant id, name and seed", () => {
    for (const property of ["id", "name", "seed"] as const) {
      expect(new Set(demoTenants.map((customer) => customer[property])).size).toBe(demoTenants.length);
    }
  });
});

function settingIdOf({ settingInstance }: JsonObject): JsonValue[] {
  return valuesOf(settingInstance ?? null, "settingDefinitionId").slice(0, 1);
}
