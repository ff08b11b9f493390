import type { Collection } from "./collection.ts";
import { knownCollections } from "./collections.ts";
import { withContracts } from "./contract-collections.ts";
import type { Entity } from "./entity.ts";
import type { SimulatedContract } from "./simulated-contract.ts";

/** What one simulator serves. */
export type Catalog = {
  /** Every collection, with its quirks. */
  readonly collections: readonly Collection[];
  /** The row of a path, or an error that names what there is: for callers inside this machine, not for requests. */
  readonly collectionAt: (path: string) => Collection;
  /** What Graph alone writes of an object, as paths: the volatile places of the contracts of its kind. */
  readonly readOnlyPaths: (collection: Collection, entity: Entity) => readonly string[];
  /** Names of all application permissions that contracts ask for, in order. */
  readonly permissions: readonly string[];
};

/** The rows that are written here, with what contracts name beside them. */
export function makeCatalog(contracts: readonly SimulatedContract[]): Catalog {
  const collections = withContracts(knownCollections, contracts);
  const names = contracts.flatMap(({ permissions }) => [...permissions.read, ...permissions.write]);
  return {
    collections,
    collectionAt: (path) => rowOf(collections, path),
    readOnlyPaths: ({ path }, { "@odata.type": type }) => {
      const ofKind = contracts.filter((each) => each.path === path && isOfKind(each, type));
      return [...new Set(ofKind.flatMap(({ volatile }) => volatile))];
    },
    permissions: [...new Set(names)].sort(),
  };
}

function rowOf(collections: readonly Collection[], path: string): Collection {
  const found = collections.find((each) => each.path.toLowerCase() === path.toLowerCase());
  if (found) return found;
  throw new Error(`Graph serves no collection ${path}; it has ${collections.map((each) => each.path).join(", ")}.`);
}

function isOfKind({ kinds }: SimulatedContract, type: unknown): boolean {
  return kinds.by !== "odataType" || kinds.is.some((kind) => kind === type);
}
