import { type Entity, isEntity } from "../entity.ts";
import { badRequest } from "../graph-error.ts";

/** Which of two objects comes first: below 0, the left one. */
export type Order = (left: Entity, right: Entity) => number;

/** `displayName`, `a/b desc,c`. Texts are ordered without case; what has no value comes first. */
export function parseOrder(text: string | undefined): Order | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const keys = text.split(",").map(parseKey);
  return (left, right) => keys.reduce((order, key) => (order === 0 ? key(left, right) : order), 0);
}

function parseKey(text: string): Order {
  const { path, direction = "asc" } = /^\s*(?<path>[\w/]+)(?:\s+(?<direction>asc|desc))?\s*$/i.exec(text)?.groups ?? {};
  if (path === undefined) throw badRequest(`Syntax error in '$orderby': '${text.trim()}'.`);
  const sign = direction.toLowerCase() === "desc" ? -1 : 1;
  return (left, right) => sign * compare(valueAt(left, path), valueAt(right, path));
}

function valueAt(entity: Entity, path: string): string | number {
  const value = path.split("/").reduce<unknown>((held, name) => (isEntity(held) ? held[name] : undefined), entity);
  return typeof value === "number" ? value : typeof value === "string" ? value.toLowerCase() : "";
}

function compare(left: string | number, right: string | number): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left) < String(right) ? -1 : Number(String(left) > String(right));
}
