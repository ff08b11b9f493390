import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ContractLink, ObjectTypeContract, RelationRoute } from "../../domain/graph/object-type-contract.ts";
import type { ExpandedRelation } from "../../domain/graph/relations-of.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { below } from "./listing-urls.ts";
import { readAll } from "./paging.ts";
import { type Owners, ownersOf, readOwners } from "./read-inverse-relation.ts";
import { type ObjectLocation, readChildren, readLinks } from "./read-relations.ts";

export type RelationReaderOptions = Pick<GraphClient, "get"> & {
  /** Where one object is read: its address, and the reader of its service group. */
  readonly locationOf: (contract: ObjectTypeContract, id: string, signal: AbortSignal) => ObjectLocation;
  /** `https://host/version`. */
  readonly versionUrlOf: (contract: ObjectTypeContract) => string;
};

/** Reads what belongs to an object and is not in its body. */
export function makeRelationReader({ get, locationOf, versionUrlOf }: RelationReaderOptions) {
  const ownersByPath = new Map<string, Promise<Owners>>();

  /** By its own path; where Graph has no route there and the contract knows no better, with the object. */
  async function readByPathOrExpand(
    route: RelationRoute | undefined,
    readByPath: () => Promise<readonly JsonObject[]>,
    expand: () => Promise<readonly JsonObject[] | undefined>,
  ): Promise<readonly JsonObject[]> {
    try {
      return await readByPath();
    } catch (error) {
      const mayExpand = route === "path_or_expand" && error instanceof Fault && error.code === "graph_no_route";
      const items = mayExpand ? await expand() : undefined;
      if (items === undefined) throw error;
      return items;
    }
  }

  async function expanded(contract: ObjectTypeContract, id: string, relation: ExpandedRelation, signal: AbortSignal) {
    const items = (await get(contract, id, signal, [relation]))?.[relation.path];
    // The client answers each relation as a list of objects, or not at all.
    return Array.isArray(items) ? (items as readonly JsonObject[]) : undefined;
  }

  /** Read once, however many objects need it; again when it failed. */
  function readOwnersOnce(
    contract: ObjectTypeContract,
    inverse: NonNullable<ContractLink["inverse"]>,
    location: ObjectLocation,
  ) {
    const key = `${inverse.path}/${inverse.child}`;
    const owners =
      ownersByPath.get(key) ?? readOwners({ ...location, target: contract.key }, versionUrlOf(contract), inverse);
    ownersByPath.set(key, owners);
    owners.catch(() => ownersByPath.delete(key));
    return owners;
  }

  return {
    children: (contract, id, child, signal, cast) => {
      const place = locationOf(contract, id, signal);
      const url = below(place.url, child.path, cast);
      return readByPathOrExpand(
        child.by,
        () => readChildren({ ...place, url }, child),
        () => expanded(contract, id, { path: child.path, query: child.query, cast, isLink: false }, signal),
      );
    },
    links: async (contract, id, link, signal, cast) => {
      const place = locationOf(contract, id, signal);
      if (link.inverse) return ownersOf(await readOwnersOnce(contract, link.inverse, place), id, link, place.target);
      const url = below(place.url, link.path, cast);
      return readByPathOrExpand(
        link.by,
        () => readLinks({ ...place, url }, link),
        () => expanded(contract, id, { path: link.path, cast, isLink: true }, signal),
      );
    },
    assignments: (contract, id, signal) => {
      const place = locationOf(contract, id, signal);
      return readAll({ ...place, url: `${place.url}/assignments`, kind: "relation" });
    },
  } satisfies Pick<GraphClient, "children" | "links" | "assignments">;
}
