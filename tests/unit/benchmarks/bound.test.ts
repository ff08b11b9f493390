import { describe, expect, it } from "vitest";
import { boundOf } from "../../../benchmarks/graph/bound.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { SeedObject } from "../../../local/seeds/seed-tenant.ts";

const latencyMs = 100;

// Three collections are enough to see each rule; figures would change with every type that is added.
const paths = [
  "/deviceManagement/configurationPolicies",
  "/identity/conditionalAccess/namedLocations",
  "/identity/conditionalAccess/policies",
];
const few = contracts.filter(({ path }) => paths.includes(path));

function policies(count: number, settings: number): SeedObject[] {
  const object = { settings: Array.from({ length: settings }, () => ({})) };
  return Array.from({ length: count }, () => ({ collectionPath: "/deviceManagement/configurationPolicies", object }));
}

function groupOf(objects: readonly SeedObject[], name: string) {
  return boundOf(few, objects, latencyMs).groups.find(({ group }) => group === name);
}

describe("the least time of a snapshot", () => {
  it("has a chain of pages: 25 policies a page, then 25 settings a page of the last policy", () => {
    expect(groupOf(policies(26, 51), "deviceConfigurationV2")?.chainMs).toBe((2 + 3) * latencyMs);
  });

  it("does not wait for the last page of the list to read policies of the first", () => {
    const objects = [...policies(1, 100), ...policies(25, 1)];
    expect(groupOf(objects, "deviceConfigurationV2")?.chainMs).toBe((1 + 4) * latencyMs);
  });

  it("counts every request: pages of the list, and body, settings and assignments of each policy", () => {
    expect(groupOf(policies(26, 51), "deviceConfigurationV2")?.requests).toBe(2 + 26 * (1 + 3 + 1));
  });

  it("asks for an empty list too", () => {
    expect(groupOf([], "deviceConfigurationV2")).toMatchObject({ requests: 1, chainMs: latencyMs });
  });

  it("reads types that share a collection from one listing", () => {
    const [first] = boundOf(contracts, [], latencyMs).groups.filter(({ group }) => group === "deviceConfigurationV2");
    const collections = new Set(
      contracts.filter(({ serviceGroup }) => serviceGroup === "deviceConfigurationV2").map(({ path }) => path),
    );
    expect(first?.requests).toBe(collections.size);
  });

  it("keeps the pause between two requests of conditional access", () => {
    expect(groupOf([], "conditionalAccess")).toMatchObject({ requests: 2, rateMs: 1_100 + latencyMs });
  });

  it("waits for the next window when one is full", () => {
    const { requests, rateMs } = groupOf(policies(500, 1), "deviceConfigurationV2") ?? {};
    expect(requests).toBe(20 + 500 * 3);
    expect(rateMs).toBe(20_000 + latencyMs);
  });

  it("is that of the slowest group and then of what it refers to", () => {
    const { boundMs, groups, references } = boundOf(contracts, [], latencyMs);
    expect(boundMs).toBe(Math.max(...groups.map((each) => each.boundMs)) + references.boundMs);
    expect(references.boundMs).toBe(latencyMs);
  });
});
