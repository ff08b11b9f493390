import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import { objectIdProblem } from "../../domain/graph/object-id.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

export const objectSchema = z.custom<JsonObject>(
  (item) => typeof item === "object" && item !== null && !Array.isArray(item),
);

/** The body of an answer as an object, or a Fault. */
export function parseObject(body: unknown, target: string): JsonObject {
  const parsed = objectSchema.safeParse(body);
  if (!parsed.success) throw new Fault("graph_bad_response", "An answer of Microsoft Graph is no object.", { target });
  return parsed.data;
}

/** The id that paths below the object are made of. */
export function idOf(item: JsonObject, target: string): string {
  const id = typeof item["id"] === "string" ? item["id"] : "";
  const problem = objectIdProblem(id);
  if (problem === undefined) return id;
  throw new Fault("graph_bad_response", `An object below which there are others cannot be addressed: ${problem}`, {
    target,
  });
}
