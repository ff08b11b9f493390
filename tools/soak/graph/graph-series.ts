import { makeRandom, type Random } from "@tenantpilot/embedded-azure/random";
import type { RunningGraph } from "@tenantpilot/graph-simulator";
import type { FaultPlanInput } from "@tenantpilot/graph-simulator/fault-plan";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { collectionOf } from "../../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { MicrosoftTypes } from "../../graph/microsoft-types.ts";
import { compareSnapshot, unnamedOf } from "./compare-snapshot.ts";
import { makeFastClock } from "./fast-clock.ts";
import { observeTenant, type TenantObservation } from "./observe-tenant.ts";
import { randomCollection } from "./random-collection.ts";
import { randomFaults, randomNotFound } from "./random-faults.ts";
import { makeRandomSource } from "./random-source.ts";
import type { RegistryObject } from "./registry-object.ts";
import { putIntoTenant } from "./registry-tenant.ts";

/** Types that are listed, those of one collection together, by the name of the collection. */
export const listedCollections: readonly (readonly [string, readonly ObjectTypeContract[]])[] = [
  ...Map.groupBy(
    contracts.filter(({ read }) => read === "list" || read === "singleton"),
    collectionOf,
  ),
];

export type Round = { readonly put: number; readonly contradictions: readonly string[] };

type Graph = Pick<RunningGraph, "control" | "endpoint">;
type Siblings = readonly ObjectTypeContract[];

/**
 * Puts random objects of a collection's types into a new tenant, lets Graph page and refuse by chance, observes the
 * tenant and compares. The same seed does the same again.
 */
export async function observeAtRandom(
  graph: Graph,
  microsoft: MicrosoftTypes,
  siblings: Siblings,
  seed: number,
): Promise<Round> {
  const { put, seen } = await observeUnder(graph, microsoft, siblings, seed, randomFaults);
  return { put: put.length, contradictions: compareSnapshot(put, seen, siblings) };
}

/**
 * The same, with a Graph that answers 404 by chance to any kind of read, once or for ever: what is not read must be
 * named, and nothing was deleted.
 */
export async function observeNotFound(
  graph: Graph,
  microsoft: MicrosoftTypes,
  siblings: Siblings,
  seed: number,
): Promise<Round> {
  const { put, seen } = await observeUnder(graph, microsoft, siblings, seed, (random) =>
    randomNotFound(random, siblings),
  );
  return { put: put.length, contradictions: unnamedOf(put, seen) };
}

async function observeUnder(
  graph: Graph,
  microsoft: MicrosoftTypes,
  siblings: Siblings,
  seed: number,
  faultsOf: (random: Random) => FaultPlanInput,
): Promise<{ put: readonly RegistryObject[]; seen: TenantObservation }> {
  const [first] = siblings;
  if (!first) throw new Error("A collection has a type.");
  // Collections must not be alike: one seed would else make all of them small, or all of them large.
  const random = makeRandom(Number.parseInt(hashOfText(`${seed} ${first.path}`).slice(0, 8), 16));
  const source = makeRandomSource(microsoft, random, { from: 0, to: random.pick([0, 3, 30]) });
  const put = randomCollection(source, siblings, Math.ceil(random.pick([1, 8, 40]) / siblings.length));
  const tenantId = putIntoTenant(graph, random, first, put);
  graph.control.setFaults(faultsOf(random));
  const seen = await observeTenant(graph, makeFastClock(random), tenantId, siblings);
  graph.control.setFaults([]);
  return { put, seen };
}
