import type { JsonObject, Value } from "../json.ts";
import { evaluate, type Parameters } from "./evaluate.ts";
import type { Projection } from "./syntax.ts";

/** What a query answers for one matching item; undefined means that the item adds nothing to the answer. */
export function project(projection: Projection, item: JsonObject, parameters: Parameters): Value {
  if (projection.kind === "item") return item;
  if (projection.kind === "value") return evaluate(projection.expression, item, parameters);
  if (projection.kind === "count") return evaluate(projection.operand, item, parameters);
  const result: JsonObject = {};
  for (const { name, expression } of projection.items) {
    const value = evaluate(expression, item, parameters);
    if (value !== undefined) result[name] = value;
  }
  return result;
}
