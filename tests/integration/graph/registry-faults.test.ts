import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { Throttle } from "../../../local/graph/trouble/throttles.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { JsonObject } from "../../../src/domain/observation/observed-object.ts";
import { aGraph, type TestGraph } from "../../contract/graph/a-graph.ts";
import { registryObjects } from "./registry-object.ts";
import { observeTypes, putIntoTenant } from "./registry-tenant.ts";

const listed = contracts.filter(({ read }) => read === "list" || read === "singleton");
const collections = [...Map.groupBy(listed, collectionOf).values()];

// A request that fails is tried four times: three refusals, even in a row, never use that up.
const refusals: fc.Arbitrary<Throttle[]> = fc.array(
  fc.record({
    match: fc.constantFrom("^GET ", "assignments", "/settings", "skiptoken"),
    times: fc.constant(1),
    status: fc.constantFrom(429, 503, 504),
    retryAfter: fc.constantFrom(null, "0.25", "3"),
  }),
  { maxLength: 3 },
);

let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph.close());

describe("whatever an object holds and however often Graph refuses", () => {
  it("what was put into a tenant is what a snapshot holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...collections),
        fc.jsonValue({ maxDepth: 4 }),
        refusals,
        async (siblings, value, throttles) => {
          // A JSON value of fast-check is one of ours.
          const more = { value } as JsonObject;
          const put = siblings.flatMap((contract) => registryObjects(contract, siblings, more));
          const tenantId = putIntoTenant(graph, siblings, put);
          graph.control.clearThrottles();
          for (const throttle of throttles) graph.control.throttle(throttle);
          const seen = [...(await observeTypes(graph, tenantId, siblings)).values()].flat();
          expect(seen.length).toBe(put.length);
          const byId = new Map(put.map((each) => [each.id, each.expected]));
          for (const { id, payload } of seen) expect(payload).toEqual({ ...byId.get(id), id });
        },
      ),
      { numRuns: 60, seed: 20261124 },
    );
  }, 60_000);
});
