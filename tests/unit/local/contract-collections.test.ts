import { knownCollections } from "@tenantpilot/graph-simulator/collections";
import { withContracts } from "@tenantpilot/graph-simulator/contract-collections";
import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";

const rowOf = (path: string) => knownCollections.find((row) => row.path === path);
const byPath = (path: string) => contracts.filter((contract) => contract.path === path);

describe("what the local Graph serves", () => {
  it("is a row for every collection of the registry", () => {
    const served = new Set(withContracts(knownCollections, contracts).map(({ path }) => path));
    const wanted = contracts.map(({ path }) => path.split("/{id}/")[0]);
    expect(wanted.filter((path) => !served.has(path ?? ""))).toEqual([]);
  });

  it("is the row as it is written where there is one", () => {
    const row = knownCollections.find(({ path }) => path === "/deviceManagement/configurationPolicies");
    expect(row && withContracts([row], byPath(row.path))).toEqual([row]);
  });

  it("is what a contract says where no row is: type, parts, links, count and version", () => {
    const [row, ...others] = withContracts([], byPath("/deviceManagement/configurationPolicies"));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ entityType: "deviceManagementConfigurationPolicy", isPolymorphic: false });
    expect(row).toMatchObject({ versions: ["beta"], serviceGroup: "deviceConfigurationV2" });
    expect(row?.counts).toEqual(["settingCount", "settings"]);
    expect(new Set(row?.children.map(({ name }) => name))).toEqual(new Set(["assignments", "settings"]));
    const [organization] = withContracts([], byPath("/organization/{id}/branding/localizations"));
    expect(organization).toMatchObject({ versions: ["v1.0", "beta"] });
    const [locations] = withContracts([], byPath("/identity/conditionalAccess/namedLocations"));
    expect(locations).toMatchObject({ isPolymorphic: true });
  });

  it("gives pages of the sizes that contracts know, for lists and for parts (pitfall 3)", () => {
    const known = contracts.flatMap(({ key, path, pageSize, children }) => [
      ...(pageSize === null ? [] : [[key, path, pageSize, rowOf(path)?.pageSize]]),
      ...children.flatMap((child) => {
        const part = rowOf(path)?.children.find(({ name }) => name === child.path);
        return child.pageSize === undefined ? [] : [[key, `${path}/${child.path}`, child.pageSize, part?.pageSize]];
      }),
    ]);
    expect(known.length).toBeGreaterThan(4);
    for (const [key, path, said, served] of known) expect(served, `${key} ${path}`).toBe(said);
    const [row] = withContracts([], byPath("/deviceManagement/configurationPolicies"));
    expect(row).toMatchObject({ pageSize: 25, maxTop: 25 });
  });

  it("the local Graph has a part that only a contract names, beside those of the row", () => {
    const path = "/organization/{id}/branding/localizations";
    const [row, ...others] = withContracts([], byPath(path));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ path: "/organization" });
    expect(row?.children).toMatchObject([{ name: "branding", isSingle: true, children: [{ name: "localizations" }] }]);
  });
});
