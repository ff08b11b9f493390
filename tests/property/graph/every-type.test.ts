import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";
import { listedCollections, observeAtRandom, observeNotFound } from "../../../tools/soak/graph/graph-series.ts";

// The long series is `npm run soak -- --only graph`; these seeds are the same every time.
const seeds = [20_261_124, 7];

const microsoft = readMicrosoftTypes();
let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph({ contracts });
});
afterAll(() => graph.close());

describe("whatever objects hold, however Graph pages and however often it refuses", () => {
  it.each(listedCollections)(
    "what was put into %s is what a snapshot holds (pitfalls 2, 3, 4, 5)",
    async (_name, siblings) => {
      for (const seed of seeds) {
        const { contradictions } = await observeAtRandom(graph, microsoft, siblings, seed);
        expect(contradictions, `npm run soak -- --seed ${seed} --only graph`).toEqual([]);
      }
    },
  );
});

describe("whatever Graph answers 404 to, once or for ever", () => {
  it.each(listedCollections)(
    "what was put into %s is in the snapshot, or named as not read",
    async (_name, siblings) => {
      for (const seed of seeds) {
        const { contradictions } = await observeNotFound(graph, microsoft, siblings, seed);
        expect(contradictions, `seed ${seed}`).toEqual([]);
      }
    },
  );
});
