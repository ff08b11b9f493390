import { Fault } from "../error/fault.ts";
import { isList } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";

/**
 * Stands in an object that came with a property called `__proto__`, which would change the object's prototype when it is
 * copied by assignment: the property is taken out where the answer is decoded, and the object says so.
 */
export const droppedPropertyMark = "@tenantpilot.leftOut";

// The deepest policies known have some 40 levels; each level of ours is a call.
const mostLevels = 100;

/** An object without those marks, and whether there was one. One that is nested too deeply to be kept is a Fault. */
export function withoutDroppedMarks(object: JsonObject): { readonly object: JsonObject; readonly isMarked: boolean } {
  let isMarked = false;
  const clean = (value: JsonValue, left: number): JsonValue => {
    if (typeof value !== "object" || value === null) return value;
    if (left === 0) throw new Fault("graph_bad_response", "It is nested too deeply.");
    if (isList(value)) return value.map((item) => clean(item, left - 1));
    return cleanObject(value, left);
  };
  const cleanObject = (value: JsonObject, left: number): JsonObject => {
    if (Object.hasOwn(value, droppedPropertyMark)) isMarked = true;
    const remaining = Object.entries(value).filter(([name]) => name !== droppedPropertyMark);
    return Object.fromEntries(remaining.map(([name, each]) => [name, clean(each, left - 1)]));
  };
  const cleaned = cleanObject(object, mostLevels);
  return { object: isMarked ? cleaned : object, isMarked };
}
