import { Fault } from "../../domain/error/fault.ts";
import type { ContractLink } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { idOf } from "./object-body.ts";
import { type PagedRead, readAll } from "./paging.ts";
import { toLinked } from "./read-relations.ts";

type OtherEnd = NonNullable<ContractLink["otherEnd"]>;
/** What names an object, by the object's id. */
export type Owners = ReadonlyMap<string, readonly JsonObject[]>;

/** Every object of the other collection is asked what it names, once for all objects that want to know. */
export async function readOwners(
  place: Pick<PagedRead, "reader" | "target" | "signal">,
  versionUrl: string,
  { path, child }: OtherEnd,
): Promise<Owners> {
  const owners = await readAll({ ...place, url: `${versionUrl}${path}`, kind: "relation" });
  const named = await Promise.all(
    owners.map(async (owner) => {
      const url = `${versionUrl}${path}/${encodeURIComponent(idOf(owner, place.target))}/${child}`;
      const items = await readAll({ ...place, url, kind: "relation" });
      return items.map((item) => [idOf(item, place.target), toLinked(owner)] as const);
    }),
  );
  const byId = Map.groupBy(named.flat(), ([id]) => id);
  return new Map([...byId].map(([id, pairs]) => [id, pairs.map(([, owner]) => owner)]));
}

/** What names the object. Where exactly one must, none is a doubt: the object is newer than the walk. */
export function ownersOf(owners: Owners, id: string, { isMany }: ContractLink, target: string): readonly JsonObject[] {
  const found = owners.get(id) ?? [];
  if (found.length > 0 || isMany) return found;
  throw new Fault("graph_count_mismatch", "Nothing names the object that must be named.", { target });
}
