import { isObject } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";

/** A path that counts only where the object that holds its last property says so. */
export type ConditionalPath = {
  readonly path: string;
  readonly when?: { readonly property: string; readonly is: string | boolean } | undefined;
};

/** `a.b`; `a[].b` for every item of a list; `a.**.b` for every `b` at any depth below `a`. */
export type ValuePath = string | ConditionalPath;

type When = ConditionalPath["when"];

/** Every value at a path; what does not exist is left out. */
export function valuesAt(object: JsonObject, at: ValuePath): JsonValue[] {
  const { path, when } = toConditional(at);
  return valuesBelow(object, path.split("."), when);
}

function valuesBelow(value: JsonValue, [step, ...rest]: readonly string[], when: When): JsonValue[] {
  if (step === undefined) return [value];
  if (step === "**") {
    const deeper = childValuesOf(value).flatMap((child) => valuesBelow(child, [step, ...rest], when));
    return [...valuesBelow(value, rest, when), ...deeper];
  }
  if (rest.length === 0 && !holds(value, when)) return [];
  return stepInto(value, step).flatMap((next) => valuesBelow(next, rest, when));
}

function stepInto(value: JsonValue, step: string): readonly JsonValue[] {
  const isList = step.endsWith("[]");
  const next = isObject(value) ? value[isList ? step.slice(0, -2) : step] : undefined;
  if (next === undefined) return [];
  if (!isList) return [next];
  return Array.isArray(next) ? next : [];
}

/** The object without the values at these paths; everything else is as it was. */
export function withoutValuesAt(object: JsonObject, paths: readonly ValuePath[]): JsonObject {
  return paths.reduce<JsonObject>((left, path) => changedAt(left, path, () => undefined), object);
}

type Change = (value: JsonValue) => JsonValue | undefined;

/** The object with another value at a path, or none where the change answers undefined. The last step names a property, list or not. */
export function changedAt(object: JsonObject, at: ValuePath, change: Change): JsonObject {
  const { path, when } = toConditional(at);
  const changeHolder = (holder: JsonObject, name: string): JsonObject => {
    const { [name]: value, ...others } = holder;
    if (value === undefined || !holds(holder, when)) return holder;
    const changed = change(value);
    return changed === undefined ? others : { ...holder, [name]: changed };
  };
  return changedBelow(object, path.split("."), changeHolder);
}

type ChangeHolder = (holder: JsonObject, name: string) => JsonObject;

function changedBelow(object: JsonObject, [step = "", ...rest]: readonly string[], change: ChangeHolder): JsonObject {
  const inside = (value: JsonValue, steps: readonly string[]): JsonValue => {
    if (Array.isArray(value)) return value.map((item) => inside(item, steps));
    return isObject(value) ? changedBelow(value, steps, change) : value;
  };
  if (step === "**") {
    const below = Object.entries(object).map(([name, value]) => [name, inside(value, [step, ...rest])]);
    return changedBelow(Object.fromEntries(below), rest, change);
  }
  const name = step.replace("[]", "");
  if (rest.length === 0) return change(object, name);
  const value = object[name];
  return value === undefined ? object : { ...object, [name]: inside(value, rest) };
}

function toConditional(path: ValuePath): ConditionalPath {
  return typeof path === "string" ? { path } : path;
}

function holds(holder: JsonValue, when: When): boolean {
  return when === undefined || (isObject(holder) && holder[when.property] === when.is);
}

function childValuesOf(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}
