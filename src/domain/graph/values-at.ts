import type { JsonObject, JsonValue } from "../observation/observed-object.ts";

/** Every value at a place such as `a.b` or `a[].b`; what is not there is not in the answer. */
export function valuesAt(object: JsonObject, path: string): JsonValue[] {
  return path
    .split(".")
    .reduce<JsonValue[]>((found, step) => found.flatMap((value) => stepInto(value, step)), [object]);
}

function stepInto(value: JsonValue, step: string): JsonValue[] {
  const isList = step.endsWith("[]");
  const next = isObject(value) ? value[isList ? step.slice(0, -2) : step] : undefined;
  if (next === undefined) return [];
  if (!isList) return [next];
  return Array.isArray(next) ? [...next] : [];
}

/** The object without what stands at these places; everything else is as it was. */
export function withoutPlaces(object: JsonObject, paths: readonly string[]): JsonObject {
  return paths.reduce((left, path) => withoutPlace(left, path.split(".")), object);
}

function withoutPlace(object: JsonObject, [step = "", ...rest]: readonly string[]): JsonObject {
  const name = step.replace("[]", "");
  const { [name]: value, ...others } = object;
  if (value === undefined || rest.length === 0) return others;
  return { ...object, [name]: withoutBelow(value, rest) };
}

function withoutBelow(value: JsonValue, rest: readonly string[]): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withoutBelow(item, rest));
  return isObject(value) ? withoutPlace(value, rest) : value;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
