import type { SideId } from "../../api/comparison.ts";

/** What an address may say of a side instead of a snapshot's id; the page writes the id in its place. */
export const newest = "newest";
export const previous = "previous";

/** A side as the address names it: the id of a snapshot or one of the words, of another tenant as `TENANT/ID`. */
export function parseSide(text: string, tenantId: string): SideId {
  const at = text.indexOf("/");
  return at < 1 ? { tenantId, id: text } : { tenantId: text.slice(0, at), id: text.slice(at + 1) };
}

/** The same the other way: the tenant of the page is not named. */
export function sideText(side: SideId, tenantId: string): string {
  return side.tenantId === tenantId ? side.id : `${side.tenantId}/${side.id}`;
}
