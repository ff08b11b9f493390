import { badRequest } from "./cosmos-error.ts";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [property: string]: Json };
/** A value as queries see it: a property that is not there is undefined, which is not null. */
export type Value = Json | undefined;

export function isObject(value: Value): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses the text of a request; an empty text is undefined. Throws the service's 400. */
export function parseJson(text: string): Value {
  if (text === "") return undefined;
  try {
    // JSON.parse makes nothing but JSON values.
    return JSON.parse(text) as Json;
  } catch {
    throw badRequest("The request payload is invalid. Ensure to provide a valid request payload.");
  }
}

/** The object that a stored text holds. */
export function parseStored(text: string): JsonObject {
  // Only objects are ever stored.
  return JSON.parse(text) as JsonObject;
}

/** A value as text: a string as it is, anything else as JSON. */
export function toText(value: Value): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
}

/** The value at a path of property names and array positions. */
export function valueAt(root: Value, steps: readonly (string | number)[]): Value {
  let value = root;
  for (const step of steps) value = childOf(value, step);
  return value;
}

function childOf(value: Value, step: string | number): Value {
  if (Array.isArray(value)) return typeof step === "number" ? value[step] : undefined;
  if (!isObject(value) || typeof step === "number") return undefined;
  return Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The steps of an index or key path such as `/a/b` or `/"a b"/c`. */
export function toSteps(path: string): string[] {
  return path
    .slice(1)
    .split("/")
    .map((step) => step.replace(/^"(.*)"$/, "$1"));
}
