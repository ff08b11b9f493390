import { Fault } from "../../domain/error/fault.ts";
import type { ContractLink } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { idOf } from "./object-body.ts";
import { type PagedRead, readAll } from "./paging.ts";
import { toLinked } from "./read-relations.ts";

type InverseRelation = NonNullable<ContractLink["inverse"]>;
/** What names an object, by the object's id. */
export type Owners = ReadonlyMap<string, readonly JsonObject[]>;

/** Reads what every object of the other collection names, once for all objects that need it. */
export async function readOwners(
  location: Pick<PagedRead, "reader" | "target" | "signal">,
  versionUrl: string,
  { path, child }: InverseRelation,
): Promise<Owners> {
  const owners = await readAll({ ...location, url: `${versionUrl}${path}`, kind: "relation" });
  const named = await Promise.all(
    owners.map(async (owner) => {
      const url = `${versionUrl}${path}/${encodeURIComponent(idOf(owner, location.target))}/${child}`;
      const items = await readAll({ ...location, url, kind: "relation" });
      return items.map((item) => [idOf(item, location.target), toLinked(owner)] as const);
    }),
  );
  const byId = Map.groupBy(named.flat(), ([id]) => id);
  return new Map([...byId].map(([id, pairs]) => [id, pairs.map(([, owner]) => owner)]));
}

/** What names the object. Where exactly one must, none is an error: the object is newer than the reading. */
export function ownersOf(owners: Owners, id: string, { isMany }: ContractLink, target: string): readonly JsonObject[] {
  const found = owners.get(id) ?? [];
  if (found.length > 0 || isMany) return found;
  throw new Fault("graph_count_mismatch", "Nothing names the object that must be named.", { target });
}
