import { badRequest } from "../graph-error.ts";
import type { Filter } from "./parse-filter.ts";

const nameProperties = ["displayName", "name"];

/** `"text"` or `"property:text"`: objects whose name, or that property, holds the text. Texts compare without case. */
export function parseSearch(text: string): Filter {
  const { property, part } = /^"(?:(?<property>\w+):)?(?<part>[^"]+)"$/.exec(text.trim())?.groups ?? {};
  if (part === undefined) throw badRequest(`Syntax error: '${text}' is no search clause that the local Graph takes.`);
  const properties = property === undefined ? nameProperties : [property];
  const wanted = part.trim().toLowerCase();
  return (entity) =>
    properties.some((name) => {
      const value = entity[name];
      return typeof value === "string" && value.toLowerCase().includes(wanted);
    });
}
