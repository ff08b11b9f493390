import type { FilterValues } from "../parts/filter.ts";

/** The address of a list with a row's details open: its filters stay. */
export function openHref(path: string, search: FilterValues, open: string): string {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${path}?${new URLSearchParams({ ...Object.fromEntries(given), open })}`;
}

/** What `?open=` and addresses call an object: its type and id, for an id is unique within its type only. */
export function objectKey({ type, id }: { readonly type: string; readonly id: string }): string {
  return `${type}/${id}`;
}

/** The type and id of such a key; undefined for a text that is none. An id may hold slashes. */
export function parseObjectKey(key: string | undefined): { readonly type: string; readonly id: string } | undefined {
  const at = key?.indexOf("/") ?? -1;
  if (key === undefined || at < 1 || at === key.length - 1) return undefined;
  return { type: key.slice(0, at), id: key.slice(at + 1) };
}

/** The page of an object in the inventory. */
export function objectHref(tenantId: string, { type, id }: { readonly type: string; readonly id: string }): string {
  return `/tenants/${tenantId}/inventory/${encodeURIComponent(type)}/${encodeURIComponent(id)}`;
}
