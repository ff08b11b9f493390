import { makeRandom } from "@tenantpilot/embedded-azure/random";
import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";
import { compareSnapshot } from "../../../tools/soak/graph/compare-snapshot.ts";
import { makeFastClock } from "../../../tools/soak/graph/fast-clock.ts";
import { listedCollections } from "../../../tools/soak/graph/graph-series.ts";
import { observeTenant } from "../../../tools/soak/graph/observe-tenant.ts";
import { wholeCollection } from "../../../tools/soak/graph/random-collection.ts";
import { makeRandomSource } from "../../../tools/soak/graph/random-source.ts";
import { putIntoTenant } from "../../../tools/soak/graph/registry-tenant.ts";

const microsoft = readMicrosoftTypes();
// More than the 25 that the smallest page of Graph holds.
const relatedCount = { from: 27, to: 27 };

let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph({ contracts });
});
afterAll(() => graph.close());

describe("what was put into a tenant is what a snapshot holds", () => {
  it.each(listedCollections)("%s is whole in a snapshot, from one listing", async (_name, siblings) => {
    const [first] = siblings;
    if (!first) throw new Error("A collection has a type.");
    const random = makeRandom(1);
    const put = wholeCollection(makeRandomSource(microsoft, random, relatedCount), siblings);
    const tenantId = putIntoTenant(graph, random, first, put);
    graph.control.resetCounters();

    const seen = await observeTenant(graph, makeFastClock(random), tenantId, siblings);

    expect(put.length).toBeGreaterThanOrEqual(siblings.length);
    expect(compareSnapshot(put, seen, siblings)).toEqual([]);
    expect(listingsOf(first)).toBe(ownersOf(tenantId, first));
  });
});

/** Requests for the collection itself; a page of it counts as the same request. */
function listingsOf({ version, path }: ObjectTypeContract): number {
  const { byPath } = graph.control.counters();
  const wanted = new RegExp(`^GET /${version}${path.replace("{id}", "[^/]+")}$`, "i");
  const found = Object.entries(byPath).filter(([template]) => wanted.test(template));
  return found.reduce((sum, [, count]) => sum + count, 0);
}

/** Objects that the collection lies below; one where it lies below none. */
function ownersOf(tenantId: string, { path }: ObjectTypeContract): number {
  const [parents = "", below] = path.split("/{id}/");
  return below === undefined ? 1 : graph.control.objects(tenantId, parents).length;
}
