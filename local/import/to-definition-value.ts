import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { isJsonObject } from "./is-json-object.ts";

/**
 * A value of an administrative template with its definition, which exports replace by a link
 * (`definition@odata.bind`) and facts under names of their own (`#Definition_displayName`).
 */
export function toDefinitionValue(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const presentations = value["presentationValues"];
  const presentationValues = Array.isArray(presentations)
    ? presentations.map((each) => withLinked(each, "presentation"))
    : [];
  return withLinked({ ...value, presentationValues }, "definition");
}

function withLinked(value: JsonValue, name: "definition" | "presentation"): JsonValue {
  if (!isJsonObject(value) || isJsonObject(value[name])) return value;
  const start = `#${name}_`;
  const facts = Object.entries(value).filter(([key]) => key.toLowerCase().startsWith(start));
  const named = Object.fromEntries(facts.map(([key, fact]) => [toPropertyName(key.slice(start.length)), fact]));
  const linked: JsonObject = { ...linkedId(value[`${name}@odata.bind`]), ...named };
  return Object.keys(linked).length === 0 ? value : { ...value, [name]: linked };
}

/** The key of the last segment of a link. */
function linkedId(link: JsonValue | undefined): JsonObject {
  const [, id] = /\('([^']+)'\)$/.exec(typeof link === "string" ? link : "") ?? [];
  return id ? { id } : {};
}

function toPropertyName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
