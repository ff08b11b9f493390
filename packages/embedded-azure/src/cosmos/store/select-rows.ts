import { parseStored, valueAt } from "../rules/json.ts";
import type { OrderTerm } from "../rules/sql/syntax.ts";
import { unsupportedSql } from "../rules/sql/syntax-error.ts";
import type { Container } from "./containers.ts";
import { type SqlRow, tableName } from "./item-table.ts";
import type { Filter } from "./push-down.ts";
import { isId, isPlainPath, type SqlValue, sortColumnsOf, sortValuesOf } from "./sort-key.ts";

export type Selection = {
  /** Stored partition key, or undefined for the whole container. */
  readonly key: string | undefined;
  readonly filter: Filter;
  readonly orderBy: readonly OrderTerm[];
  /** Values of the sort columns after which the selection starts. */
  readonly after: readonly SqlValue[] | undefined;
  readonly nowMs: number;
};

type SortColumn = { readonly sql: string; readonly descending: boolean };

/** The columns that order a query: those of the ORDER BY paths, then partition key and id where still needed, so that no two rows are equal. */
function sortColumns({ key, orderBy }: Pick<Selection, "key" | "orderBy">): SortColumn[] {
  const columns = orderBy.flatMap(({ path, descending }) => {
    if (!isPlainPath(path.steps)) throw unsupportedSql("ORDER BY a path with array positions or special characters");
    return sortColumnsOf(path.steps).map((sql) => ({ sql, descending }));
  });
  const descending = orderBy.at(-1)?.descending ?? false;
  const hasId = orderBy.some(({ path }) => isId(path.steps));
  if (key === undefined) columns.push({ sql: "key", descending });
  if (!hasId) columns.push({ sql: "id", descending });
  return columns;
}

/** The values of `sortColumns` for one row: where a later page starts. */
export function positionOf({ key, orderBy }: Selection, row: SqlRow): SqlValue[] {
  const item = orderBy.length > 0 ? parseStored(String(row["body"])) : {};
  const values = orderBy.flatMap(({ path }) => sortValuesOf(path.steps, valueAt(item, path.steps)));
  const hasId = orderBy.some(({ path }) => isId(path.steps));
  if (key === undefined) values.push(String(row["key"]));
  if (!hasId) values.push(String(row["id"]));
  return values;
}

/** The rows that may match, in the order of the query. */
export function selectRows(container: Container, selection: Selection): Iterable<SqlRow> {
  const { where, values } = conditions(selection);
  const order = sortColumns(selection).map((column) => `${column.sql} ${column.descending ? "DESC" : "ASC"}`);
  const from = `FROM ${tableName(container.definition)} WHERE ${where}`;
  return container.items.select(`SELECT key, id, body ${from} ORDER BY ${order.join(", ")}`, values);
}

/** How many rows match a filter that is exact. */
export function countRows(container: Container, selection: Selection): number {
  const { where, values } = conditions(selection);
  const sql = `SELECT count(*) AS count FROM ${tableName(container.definition)} WHERE ${where}`;
  for (const row of container.items.select(sql, values)) return Number(row["count"]);
  return 0;
}

function conditions(selection: Selection): { where: string; values: SqlValue[] } {
  const { key, filter, after, nowMs } = selection;
  const clauses = ["(expiresAt IS NULL OR expiresAt>?)"];
  const values: SqlValue[] = [nowMs];
  if (key !== undefined) {
    clauses.push("key=?");
    values.push(key);
  }
  clauses.push(...filter.clauses);
  values.push(...filter.values);
  if (after !== undefined) {
    const behind = afterSql(sortColumns(selection), after);
    clauses.push(behind.sql);
    values.push(...behind.values);
  }
  return { where: clauses.join(" AND "), values };
}

/** SQL that is true for the rows behind a position: a > x OR (a = x AND (b > y OR ...)); each column in its own direction. */
function afterSql(columns: readonly SortColumn[], after: readonly SqlValue[]): { sql: string; values: SqlValue[] } {
  const [first, ...rest] = columns;
  const [value = "", ...others] = after;
  if (first === undefined) return { sql: "0", values: [] };
  const beyond = `${first.sql}${first.descending ? "<" : ">"}?`;
  if (rest.length === 0) return { sql: beyond, values: [value] };
  const inner = afterSql(rest, others);
  // The first part alone lets SQLite start in the middle of an index.
  const start = `${first.sql}${first.descending ? "<=" : ">="}?`;
  return {
    sql: `(${start} AND (${beyond} OR ${inner.sql}))`,
    values: [value, value, ...inner.values],
  };
}
