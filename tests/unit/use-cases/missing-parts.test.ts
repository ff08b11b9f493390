import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import type { GraphClient } from "../../../src/domain/graph/graph-client.ts";
import type { JsonObject } from "../../../src/domain/json/json-value.ts";
import { ingestObject } from "../../../src/use-cases/observation/ingest-object.ts";
import { toListedObject } from "../../../src/use-cases/observation/listed-object.ts";
import { makeTypeFindings } from "../../../src/use-cases/observation/type-findings.ts";
import { aClock } from "../../builders/a-clock.ts";

const refusal = (code: "graph_no_route" | "graph_refused" | "graph_forbidden") => async () => {
  throw new Fault(code, "Microsoft Graph answered 400 (unknown).");
};

/** Takes in one object of a type through a client of which this is known. */
async function takeIn(key: string, graph: Partial<GraphClient>, object: JsonObject) {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  const findings = makeTypeFindings(contract, () => undefined);
  const kept: JsonObject[] = [];
  // Only what is called stands in for the client.
  await ingestObject(
    { graph: graph as GraphClient, clock: aClock() },
    { contract, knownIds: [], keep: async ({ payload }) => kept.push(payload), findings },
    toListedObject(contract, object),
    { siblings: [contract], signal: new AbortController().signal, onDiscrepancy: "fail" },
  );
  return { kept, ...findings.conclude() };
}

describe("a part that Graph has no route to", () => {
  const policy = { id: "1", name: "Baseline", settingCount: 2, isAssigned: true };
  const parts = { get: async () => policy, assignments: async () => [{ id: "a" }] };

  it("costs itself only, by name: the object is kept with all its other parts (P6.10)", async () => {
    const read = await takeIn("settingsCatalog", { ...parts, children: refusal("graph_no_route") }, policy);
    expect(read.kept).toEqual([{ ...policy, assignments: [{ id: "a" }] }]);
    expect(read.failures).toMatchObject([
      { code: "graph_no_route", target: "settingsCatalog/1/settings", message: expect.stringContaining("Baseline") },
    ]);
    expect(read.typeState).toMatchObject({ state: "incomplete", code: "graph_no_route" });
    expect(read.counts).toMatchObject({ succeeded: 1, failed: 0, gaps: 1 });
  });

  it("is named too when it should have come with the object and did not", async () => {
    const set = { id: "1", displayName: "Kiosk set" };
    const read = await takeIn("policySet", { get: async () => ({ ...set, assignments: [] }) }, set);
    expect(read.kept).toEqual([{ ...set, assignments: [] }]);
    expect(read.failures).toMatchObject([{ code: "graph_no_route", target: "policySet/1/items" }]);
  });

  it("is one thing, any other refusal of it another: that costs the object, never half of it", async () => {
    const read = await takeIn("settingsCatalog", { ...parts, children: refusal("graph_forbidden") }, policy);
    expect(read.kept).toEqual([]);
    expect(read.failures).toMatchObject([{ code: "graph_forbidden", target: "settingsCatalog/1" }]);
  });
});

it("a link that Graph refuses costs itself only: what it answers for one that is not set is on no record", async () => {
  const site = { id: "1", displayName: "Berlin" };
  const graph = { get: async () => site, links: refusal("graph_refused") };
  const read = await takeIn("microsoftTunnelSite", graph, site);
  expect(read.kept).toEqual([site]);
  expect(read.failures).toMatchObject([{ target: "microsoftTunnelSite/1/microsoftTunnelConfiguration" }]);
});
