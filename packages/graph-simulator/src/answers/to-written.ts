import { type Entity, isEntity } from "../entity.ts";
import { badRequest } from "../graph-error.ts";

/**
 * What a body asks to be kept: `@odata.type` at every depth, and no other annotation, nor the actions that Graph shows
 * beside properties. Bindings are refused, because links are not made here.
 */
export function toWritten(body: Entity): Entity {
  const binding = Object.keys(body).find((name) => name.toLowerCase().endsWith("@odata.bind"));
  if (binding !== undefined) throw badRequest(`The binding '${binding}' is not served by the local Graph.`);
  const kept = Object.entries(body).filter(([name]) => name === "@odata.type" || !/@|^#/.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, toWrittenValue(value)]));
}

function toWrittenValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWrittenValue);
  return isEntity(value) ? toWritten(value) : value;
}
