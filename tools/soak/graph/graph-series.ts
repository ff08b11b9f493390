import { makeRandom } from "@tenantpilot/embedded-azure/random";
import type { RunningGraph } from "@tenantpilot/graph-simulator";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { MicrosoftTypes } from "../../graph/microsoft-types.ts";
import { compareSnapshot } from "./compare-snapshot.ts";
import { makeHurryingClock } from "./hurrying-clock.ts";
import { makeMaking } from "./making.ts";
import { observeTenant } from "./observe-tenant.ts";
import { randomCollection } from "./random-collection.ts";
import { randomTrouble } from "./random-trouble.ts";
import { putIntoTenant } from "./registry-tenant.ts";

/** Types that are listed, those of one collection together, by the name of the collection. */
export const listedCollections: readonly (readonly [string, readonly ObjectTypeContract[]])[] = [
  ...Map.groupBy(
    contracts.filter(({ read }) => read === "list" || read === "singleton"),
    collectionOf,
  ),
];

export type Round = { readonly put: number; readonly contradictions: readonly string[] };

/**
 * Puts random objects of a collection's types into a new tenant, lets Graph page and refuse by chance, observes the
 * tenant and compares. The same seed does the same again.
 */
export async function observeAtRandom(
  graph: Pick<RunningGraph, "control" | "endpoint">,
  microsoft: MicrosoftTypes,
  siblings: readonly ObjectTypeContract[],
  seed: number,
): Promise<Round> {
  const [first] = siblings;
  if (!first) return { put: 0, contradictions: [] };
  // Collections must not be alike: one seed would else make all of them small, or all of them large.
  const random = makeRandom(Number.parseInt(hashOfText(`${seed} ${first.path}`).slice(0, 8), 16));
  const making = makeMaking(microsoft, random, { from: 0, to: random.pick([0, 3, 30]) });
  const put = randomCollection(making, siblings, Math.ceil(random.pick([1, 8, 40]) / siblings.length));
  const tenantId = putIntoTenant(graph, random, first, put);
  graph.control.setFaults(randomTrouble(random));
  const seen = await observeTenant(graph, makeHurryingClock(random), tenantId, siblings);
  graph.control.setFaults([]);
  return { put: put.length, contradictions: compareSnapshot(put, seen, siblings) };
}
