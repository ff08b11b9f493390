import { createHash } from "node:crypto";
import { canonicalJson } from "../../src/domain/json/canonical-json.ts";
import type { SeedObject } from "../seeds/seed-tenant.ts";

/** Objects in their order, each with an id of its own in its collection: its own where free, else one made from its content. */
export function assignIds(objects: readonly SeedObject[]): SeedObject[] {
  const taken = new Set<string>();
  return objects.map(({ collectionPath, object }) => {
    const id = freeId({ collectionPath, object }, taken);
    taken.add(`${collectionPath} ${id}`);
    return { collectionPath, object: { ...object, id } };
  });
}

function freeId({ collectionPath, object }: SeedObject, taken: ReadonlySet<string>): string {
  const { id } = object;
  const isFree = (candidate: string): boolean => !taken.has(`${collectionPath} ${candidate}`);
  if (typeof id === "string" && id !== "" && isFree(id)) return id;
  const content = `${collectionPath} ${canonicalJson(object)}`;
  // The same content any number of times: each copy has its place among the copies.
  for (let copy = 1; ; copy++) {
    const derived = toGuid(createHash("sha256").update(`${content} ${copy}`).digest("hex"));
    if (isFree(derived)) return derived;
  }
}

/** Version 8: a guid of the maker's own making (RFC 9562, section 5.8). */
function toGuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
