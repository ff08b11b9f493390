import type { Value } from "../rules/json.ts";
import { typeRank } from "../rules/sql/compare-values.ts";

/** A value as SQLite sorts and compares it. */
export type SqlValue = string | number;

/** The value of a property within its type, equal to what `valueSql` gives for it. */
export function toSqlValue(value: Value): SqlValue {
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "object" && value !== null ? JSON.stringify(value) : 0;
}

/** The SQL columns that sort a property in the order of Cosmos DB: by type, then within the type. The id is always a text. */
export function sortColumnsOf(steps: readonly string[]): string[] {
  return isId(steps) ? ["id"] : [rankSql(steps), valueSql(steps)];
}

/** The values of `sortColumnsOf` for a property with this value. */
export function sortValuesOf(steps: readonly (string | number)[], value: Value): SqlValue[] {
  return isId(steps) ? [toSqlValue(value)] : [typeRank(value), toSqlValue(value)];
}

export function isId(steps: readonly (string | number)[]): boolean {
  return steps.length === 1 && steps[0] === "id";
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
