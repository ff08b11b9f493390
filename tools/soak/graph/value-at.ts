import type { JsonObject, JsonValue } from "../../../src/domain/json/json-value.ts";

/** The object with a value at a path such as `a.b`; what stands beside it stays. */
export function withValueAt(object: JsonObject, path: string, value: JsonValue): JsonObject {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  const held = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  // What is neither null, a list nor a scalar is an object; the compiler keeps the list.
  return { ...object, [name]: withValueAt(held as JsonObject, rest.join("."), value) };
}
