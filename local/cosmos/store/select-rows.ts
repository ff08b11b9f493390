import type { OrderTerm } from "../rules/sql/syntax.ts";
import { unsupportedSql } from "../rules/sql/syntax-error.ts";
import type { Container } from "./containers.ts";
import { type SqlRow, tableName } from "./item-table.ts";
import type { Filter, SqlValue } from "./push-down.ts";
import { isPlainPath, rankSql, valueSql } from "./sort-key.ts";

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

/** The columns that order a query: rank and value of every ORDER BY path, then partition key and id, so that no two rows are equal. */
export function sortColumns(orderBy: readonly OrderTerm[]): SortColumn[] {
  const columns = orderBy.flatMap(({ path, descending }) => {
    if (!isPlainPath(path.steps)) throw unsupportedSql("ORDER BY a path with array positions or special characters");
    return [
      { sql: rankSql(path.steps), descending },
      { sql: valueSql(path.steps), descending },
    ];
  });
  const descending = orderBy.at(-1)?.descending ?? false;
  return [...columns, { sql: "key", descending }, { sql: "id", descending }];
}

/** The rows that may match, in the order of the query. */
export function selectRows(container: Container, selection: Selection): Iterable<SqlRow> {
  const { where, values } = conditions(selection);
  const order = sortColumns(selection.orderBy).map((column) => `${column.sql} ${column.descending ? "DESC" : "ASC"}`);
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

function conditions({ key, filter, orderBy, after, nowMs }: Selection): { where: string; values: SqlValue[] } {
  const clauses = ["(expiresAt IS NULL OR expiresAt>?)"];
  const values: SqlValue[] = [nowMs];
  if (key !== undefined) {
    clauses.push("key=?");
    values.push(key);
  }
  clauses.push(...filter.clauses);
  values.push(...filter.values);
  if (after !== undefined) {
    const behind = afterSql(sortColumns(orderBy), after);
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
