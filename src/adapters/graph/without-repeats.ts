import { isDeepStrictEqual } from "node:util";
import { Fault } from "../../domain/error/fault.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

/** Items of which those that have an id are there once. Two different ones of one id are a Fault: one would be lost. */
export function withoutRepeats(items: readonly JsonObject[], target: string): JsonObject[] {
  const byId = new Map<string, JsonObject>();
  return items.filter((item) => {
    const id = item["id"];
    if (typeof id !== "string") return true;
    const before = byId.get(id);
    byId.set(id, before ?? item);
    if (before === undefined) return true;
    if (isDeepStrictEqual(before, item)) return false;
    throw new Fault("graph_bad_response", "Two different items of a list have one id.", { target });
  });
}
