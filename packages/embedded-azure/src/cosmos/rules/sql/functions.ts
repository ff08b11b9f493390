import { isObject, type Value } from "../json.ts";
import { equalValues } from "./compare-values.ts";

type SqlFunction = {
  /** The least and the most arguments. */
  readonly operands: readonly [number, number];
  /** An argument of the wrong type makes the result undefined, never an error. */
  readonly apply: (operands: readonly Value[]) => Value;
};

/** The built-in functions that queries may use; every other one is refused by name. */
export const FUNCTIONS: { readonly [name: string]: SqlFunction } = {
  IS_DEFINED: { operands: [1, 1], apply: ([value]) => value !== undefined },
  IS_NULL: { operands: [1, 1], apply: ([value]) => value === null },
  CONTAINS: { operands: [2, 3], apply: containsText },
  ARRAY_CONTAINS: { operands: [2, 3], apply: arrayContains },
};

/** The third argument, when true, makes it ignore case. */
function containsText([text, part, ignoreCase]: readonly Value[]): Value {
  if (typeof text !== "string" || typeof part !== "string") return undefined;
  return ignoreCase === true ? text.toLowerCase().includes(part.toLowerCase()) : text.includes(part);
}

function arrayContains([array, wanted, partial]: readonly Value[]): Value {
  if (!Array.isArray(array)) return undefined;
  return array.some((element) => (partial === true ? includesPart(element, wanted) : equalValues(element, wanted)));
}

/** Whether every property of the wanted object is in the element, at any depth. */
function includesPart(element: Value, wanted: Value): boolean {
  if (!isObject(element) || !isObject(wanted)) return equalValues(element, wanted) === true;
  return Object.entries(wanted).every(([name, part]) => includesPart(element[name], part));
}
