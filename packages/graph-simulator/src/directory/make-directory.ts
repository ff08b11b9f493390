import type { Entity } from "../entity.ts";
import type { Store } from "../store/make-store.ts";
import type { ObjectKey } from "./find-directory-target.ts";

/** Where objects of the directory are kept, beside the collections. */
export type DirectoryCollection = "/applications" | "/servicePrincipals" | `/applications/${string}/credentials`;

/** The directory of one tenant. What exists decides about keys at once; what is shown may come later. */
export type TenantDirectory = {
  /** Also what is not shown yet. */
  find(collection: DirectoryCollection, keyed: ObjectKey): Entity | undefined;
  all(collection: DirectoryCollection): readonly Entity[];
  isShown(object: Entity): boolean;
  save(collection: DirectoryCollection, object: Entity): void;
};

/** Kept with an object and never shown: from when on reads see it. */
const shownFrom = "@shownFromMs";

export function makeTenantDirectory(
  store: Store,
  tenantId: string,
  nowMs: () => number,
  delayMs: number,
): TenantDirectory {
  const all = (collection: DirectoryCollection): readonly Entity[] =>
    Array.from(store.objectsAfter({ tenantId, collection }, 0), ({ body }) => body);
  return {
    all,
    find: (collection, { by, key }) => all(collection).find((each) => isSame(by, each[by], key)),
    isShown: (object) => Number(object[shownFrom] ?? 0) <= nowMs(),
    save: (collection, object) => {
      const from = object[shownFrom] ?? nowMs() + delayMs;
      store.put({ tenantId, collection }, String(object["id"]), { ...object, [shownFrom]: from });
    },
  };
}

/** An object as it is answered; `select` as in the query, all properties without it. */
export function toShown({ [shownFrom]: _hidden, ...object }: Entity, select: string | null): Entity {
  const names = select?.split(",");
  return names ? Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name))) : object;
}

/** Ids compare without case, names with it. */
function isSame(by: string, value: unknown, key: string): boolean {
  return by === "appId" ? String(value).toLowerCase() === key.toLowerCase() : value === key;
}
