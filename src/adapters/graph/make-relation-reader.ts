import { Fault } from "../../domain/error/fault.ts";
import type { GraphClient } from "../../domain/graph/graph-client.ts";
import type { ContractLink, ObjectTypeContract, RelationRoute } from "../../domain/graph/object-type-contract.ts";
import type { ExpandedRelation } from "../../domain/graph/relations-of.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { below } from "./listing-urls.ts";
import { readAll } from "./paging.ts";
import { type Owners, ownersOf, readOwners } from "./read-other-end.ts";
import { type ObjectLocation, readChildren, readLinks } from "./read-relations.ts";

export type RelationReaderOptions = Pick<GraphClient, "get"> & {
  /** Where one object is read: its address, and the reader of its service group. */
  readonly locationOf: (contract: ObjectTypeContract, id: string, signal: AbortSignal) => ObjectLocation;
  /** `https://host/version`. */
  readonly versionUrlOf: (contract: ObjectTypeContract) => string;
};

/** Reads what belongs to an object and is not in its body. */
export function makeRelationReader({ get, locationOf: placeOf, versionUrlOf }: RelationReaderOptions) {
  const owned = new Map<string, Promise<Owners>>();

  /** By its own path; where Graph has no route there and the contract knows no better, with the object. */
  async function byPathOr(
    way: RelationRoute | undefined,
    readByPath: () => Promise<readonly JsonObject[]>,
    expand: () => Promise<readonly JsonObject[] | undefined>,
  ): Promise<readonly JsonObject[]> {
    try {
      return await readByPath();
    } catch (error) {
      const mayExpand = way === "path_or_expand" && error instanceof Fault && error.code === "graph_no_route";
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

  /** Asked once, however many objects want to know what names them; again when it failed. */
  function ownersBy(
    contract: ObjectTypeContract,
    otherEnd: NonNullable<ContractLink["otherEnd"]>,
    place: ObjectLocation,
  ) {
    const key = `${otherEnd.path}/${otherEnd.child}`;
    const asked = owned.get(key) ?? readOwners({ ...place, target: contract.key }, versionUrlOf(contract), otherEnd);
    owned.set(key, asked);
    asked.catch(() => owned.delete(key));
    return asked;
  }

  return {
    children: (contract, id, child, signal, cast) => {
      const place = placeOf(contract, id, signal);
      const url = below(place.url, child.path, cast);
      return byPathOr(
        child.by,
        () => readChildren({ ...place, url }, child),
        () => expanded(contract, id, { path: child.path, query: child.query, cast, isLink: false }, signal),
      );
    },
    links: async (contract, id, link, signal, cast) => {
      const place = placeOf(contract, id, signal);
      if (link.otherEnd) return ownersOf(await ownersBy(contract, link.otherEnd, place), id, link, place.target);
      const url = below(place.url, link.path, cast);
      return byPathOr(
        link.by,
        () => readLinks({ ...place, url }, link),
        () => expanded(contract, id, { path: link.path, cast, isLink: true }, signal),
      );
    },
    assignments: (contract, id, signal) => {
      const place = placeOf(contract, id, signal);
      return readAll({ ...place, url: `${place.url}/assignments`, kind: "relation" });
    },
  } satisfies Pick<GraphClient, "children" | "links" | "assignments">;
}
