import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { wireNameOf } from "../../tools/graph/declared-type.ts";
import type { PropertyType } from "../../tools/graph/parse-declarations.ts";
import type { TypeTree } from "../../tools/graph/type-tree.ts";
import { isJsonObject } from "./is-json-object.ts";

/**
 * The object with lists wherever Graph declares lists: PowerShell writes a list of one as that one. Throws where a value
 * is the text that PowerShell makes of what lies deeper than it was asked to write.
 */
export function toGraphLists(tree: TypeTree, object: JsonObject, declaredType: string): JsonObject {
  const type = typeOf(object) ?? declaredType;
  const entries = Object.entries(object).map(([name, value]): [string, JsonValue] => {
    const held = name.includes("@") ? undefined : propertyOf(tree, type, name);
    return [name, toDeclared(tree, name, value, held)];
  });
  return Object.fromEntries(entries);
}

function toDeclared(tree: TypeTree, name: string, value: JsonValue, held: PropertyType | undefined): JsonValue {
  if (value === null) return value;
  if (held && tree.has(held.type) && isCutOff(value)) throw new Error(cutOff(name));
  const whole = held?.isMany && !Array.isArray(value) ? [value] : value;
  return inside(tree, name, whole, held);
}

function inside(tree: TypeTree, name: string, value: JsonValue, held: PropertyType | undefined): JsonValue {
  if (Array.isArray(value)) {
    if (held && tree.has(held.type) && value.some(isCutOff)) throw new Error(cutOff(name));
    return value.map((item) => inside(tree, name, item, held));
  }
  return isJsonObject(value) ? toGraphLists(tree, value, held?.type ?? "any") : value;
}

/** Of an abstract type the object may be of any kind that does not say so. */
function propertyOf(tree: TypeTree, type: string, name: string): PropertyType | undefined {
  const types = [type, ...tree.typesBelow(type)];
  return types.map((each) => tree.propertiesOf(each).get(name)).find((found) => found !== undefined);
}

function typeOf(object: JsonObject): string | undefined {
  const [, type] = Object.entries(object).find(([name]) => name.toLowerCase() === "@odata.type") ?? [];
  return typeof type === "string" ? wireNameOf(type) : undefined;
}

/** `@{id=1; name=x}`, or the name of a .NET type. */
function isCutOff(value: JsonValue): boolean {
  return typeof value === "string" && /^(@\{|System\.)/.test(value);
}

function cutOff(name: string): string {
  return `PowerShell cut the export off at ${name}: write it with a larger ConvertTo-Json -Depth`;
}
