import { isObject, type Json, type Value } from "../json.ts";

/** The order of types: undefined, null, false, true, number, string, array, object. */
export function typeRank(value: Value): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === "boolean") return value ? 3 : 2;
  if (typeof value === "number") return 4;
  if (typeof value === "string") return 5;
  return Array.isArray(value) ? 6 : 7;
}

/** Whether `<` and its like are defined between the two: both of one type, and that type has an order. */
export function isComparable(left: Value, right: Value): boolean {
  return left !== undefined && left !== null && typeof left === typeof right && typeof left !== "object";
}

/** Compares two values of one type that has an order; strings by code point, as their UTF-8 bytes order. */
export function compareValues(left: Value, right: Value): number {
  if (typeof left === "string" && typeof right === "string") return compareStrings(left, right);
  const byRank = typeRank(left) - typeRank(right);
  if (byRank !== 0) return byRank;
  return typeof left === "number" && typeof right === "number" ? left - right : 0;
}

function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  let at = 0;
  while (at < length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  if (at === length) return left.length - right.length;
  return aboveSurrogates(left.charCodeAt(at)) - aboveSurrogates(right.charCodeAt(at));
}

/** UTF-16 puts surrogates (code points above U+FFFF) below U+E000; this puts them where their code points belong. */
function aboveSurrogates(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Whether two values are equal; undefined on either side makes the answer undefined, other types are simply not equal. */
export function equalValues(left: Value, right: Value): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeRank(left) !== typeRank(right)) return false;
  if (typeof left !== "object" || left === null) return left === right;
  return canonicalText(left) === canonicalText(right);
}

/** JSON with the properties of every object in one order. */
export function canonicalText(value: Json): string {
  return JSON.stringify(value, (_name, inner: Json) => (isObject(inner) ? sorted(inner) : inner));
}

function sorted(object: { [name: string]: Json }): { [name: string]: Json } {
  return Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));
}
