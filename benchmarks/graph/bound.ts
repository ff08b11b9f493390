import { makeCatalog } from "@tenantpilot/graph-simulator/catalog";
import type { Collection } from "@tenantpilot/graph-simulator/collection";
import { contracts } from "../../config/graph-contracts/registry.ts";
import type { SeedObject } from "../../local/seeds/seed-tenant.ts";
import { batchSize, type GroupLimits, limitsOf } from "../../src/adapters/graph/graph-limits.ts";
import { collectionOf } from "../../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { relationsOf } from "../../src/domain/graph/relations-of.ts";
import { typeOfObject } from "../../src/domain/graph/type-of-object.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";

const { collectionAt } = makeCatalog(contracts);

/** Least time in which a service group can be read, in milliseconds: the largest of the three that hold it up. */
export type GroupBound = {
  readonly group: string;
  readonly requests: number;
  /** Requests of which each needs the answer of the one before. */
  readonly chainMs: number;
  /** All requests, on as many connections as the group may have. */
  readonly workMs: number;
  /** Least time between starts, and how many may start within a window. */
  readonly rateMs: number;
  readonly boundMs: number;
};

export type Bound = {
  readonly groups: readonly GroupBound[];
  readonly references: GroupBound;
  readonly boundMs: number;
};

/** Requests of one collection: pages of its list, what is asked for its objects, and the longest chain. */
type CollectionRequests = { readonly pages: number; readonly objectReads: number; readonly chain: number };

// A batch takes two latencies in the simulator, as Graph's own do.
const batchLatencies = 2;

/** What no reader could beat: groups are read side by side, what they refer to after them. */
export function boundOf(
  contracts: readonly ObjectTypeContract[],
  objects: readonly SeedObject[],
  latencyMs: number,
): Bound {
  const byPath = Map.groupBy(objects, ({ collectionPath }) => collectionPath);
  const read = contracts.filter((contract) => contract.read === "list" || contract.read === "singleton");
  const collections = [...Map.groupBy(read, collectionOf).values()];
  const byGroup = Map.groupBy(collections, ([first]) => first?.serviceGroup ?? "");
  const groups = [...byGroup].map(([group, members]) => {
    const listings = members.map((siblings) => requestsOf(siblings, byPath.get(siblings[0]?.path ?? "") ?? []));
    return groupBound(group, listings, latencyMs);
  });
  const references = groupBound("directory", [{ pages: 1, objectReads: 0, chain: 1 }], latencyMs);
  const boundMs = Math.max(...groups.map((each) => each.boundMs)) + references.boundMs;
  return { groups, references, boundMs };
}

function groupBound(group: string, listings: readonly CollectionRequests[], latencyMs: number): GroupBound {
  const limits = limitsOf(group);
  const pages = sum(listings.map((each) => each.pages));
  const objectReads = sum(listings.map((each) => each.objectReads));
  const requests = pages + objectReads;
  const chainMs = Math.max(...listings.map(({ chain }) => chain)) * latencyMs;
  const objectReadMs = limits.mayBatch ? (batchLatencies * latencyMs) / batchSize : latencyMs;
  const workMs = (pages * latencyMs + objectReads * objectReadMs) / limits.concurrency;
  const rateMs = rateOf(limits, requests, latencyMs);
  return { group, requests, chainMs, workMs, rateMs, boundMs: Math.max(chainMs, workMs, rateMs) };
}

function rateOf({ perWindow, windowMs }: GroupLimits, requests: number, latencyMs: number): number {
  return Math.floor((requests - 1) / perWindow) * windowMs + latencyMs;
}

/** Requests of one collection, which all its types share. What lies below other objects has at least their listing. */
function requestsOf(siblings: readonly ObjectTypeContract[], members: readonly SeedObject[]): CollectionRequests {
  const [first] = siblings;
  if (!first || members.length === 0) return { pages: 1, objectReads: 0, chain: 1 };
  const collection = collectionAt(first.path);
  const pages = Math.ceil(members.length / collection.pageSize);
  const own = members.map(({ object }) => {
    const contract = typeOfObject(siblings, object);
    return contract ? requestsOfObject(contract, collection, object) : { objectReads: 0, chain: 0 };
  });
  const chains = own.map(({ chain }, position) => Math.floor(position / collection.pageSize) + 1 + chain);
  return { pages, objectReads: sum(own.map(({ objectReads }) => objectReads)), chain: Math.max(pages, ...chains) };
}

function requestsOfObject(
  contract: ObjectTypeContract,
  collection: Collection,
  object: JsonObject,
): { objectReads: number; chain: number } {
  const { children, links, isBodyAsked } = relationsOf(contract, object);
  const lists = children.map((child) => {
    const value = object[child.path];
    const items = Array.isArray(value) ? value.length : 0;
    const pageSize = collection.children.find(({ name }) => name === child.path)?.pageSize ?? collection.pageSize;
    const pages = Math.max(1, Math.ceil(items / pageSize));
    const nested = child.nested ? items : 0;
    return { objectReads: pages + nested, chain: pages + Math.min(nested, 1) };
  });
  const single = (isAsked: boolean) => (isAsked ? [{ objectReads: 1, chain: 1 }] : []);
  const all = [
    ...lists,
    ...links.flatMap(() => single(true)),
    ...single(isBodyAsked),
    ...single(contract.assignments === "get"),
  ];
  return {
    objectReads: sum(all.map(({ objectReads }) => objectReads)),
    chain: Math.max(0, ...all.map(({ chain }) => chain)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
