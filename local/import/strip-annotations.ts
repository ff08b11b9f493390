import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { isJsonObject } from "./is-json-object.ts";

/**
 * The object as Graph keeps it: `@odata.type` stays at every depth, under its one spelling; other annotations,
 * action stubs and what export tools add with `#` go (graph.md 2.7 and 3).
 */
export function stripAnnotations(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .map(([name, value]): [string, JsonValue] => [toSpelling(name), stripped(value)])
      .filter(([name]) => isKept(name)),
  );
}

function stripped(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(stripped);
  return isJsonObject(value) ? stripAnnotations(value) : value;
}

// Old exports write @OData.Type.
function toSpelling(name: string): string {
  return name.toLowerCase() === "@odata.type" ? "@odata.type" : name;
}

function isKept(name: string): boolean {
  return name === "@odata.type" || !(name.includes("@") || name.startsWith("#"));
}
