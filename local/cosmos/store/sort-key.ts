import type { Value } from "../rules/json.ts";
import { typeRank } from "../rules/sql/compare-values.ts";

/** A value as SQLite sorts it in the order of Cosmos DB: first by type, then within the type. */
export type SortKey = readonly [rank: number, value: string | number];

/** The sort key of a value; equal to what `rankSql` and `valueSql` give for the same property. */
export function toSortKey(value: Value): SortKey {
  const rank = typeRank(value);
  if (typeof value === "string" || typeof value === "number") return [rank, value];
  if (typeof value === "boolean") return [rank, value ? 1 : 0];
  return [rank, typeof value === "object" && value !== null ? JSON.stringify(value) : 0];
}

/** Whether a path can be written into SQL text; others are left to the evaluator. */
export function isPlainPath(steps: readonly (string | number)[]): steps is readonly string[] {
  return steps.length > 0 && steps.every((step) => typeof step === "string" && /^[\w$-]+$/.test(step));
}

function jsonPath(steps: readonly string[]): string {
  return `'$.${steps.map((step) => `"${step}"`).join(".")}'`;
}

/** SQL for the rank of the type of a property, as `typeRank` gives it; `missing` is the rank of a property that is not there. */
export function rankSql(steps: readonly string[], missing = 0): string {
  const cases = [
    "WHEN 'text' THEN 5",
    "WHEN 'integer' THEN 4",
    "WHEN 'real' THEN 4",
    "WHEN 'null' THEN 1",
    "WHEN 'false' THEN 2",
    "WHEN 'true' THEN 3",
    "WHEN 'array' THEN 6",
    "WHEN 'object' THEN 7",
  ];
  return `CASE json_type(body,${jsonPath(steps)}) ${cases.join(" ")} ELSE ${missing} END`;
}

/** SQL for the value of a property within its type; never NULL, so that row comparisons stay true or false. */
export function valueSql(steps: readonly string[]): string {
  return `ifnull(json_extract(body,${jsonPath(steps)}),0)`;
}
