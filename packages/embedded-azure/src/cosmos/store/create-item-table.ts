import type { DatabaseSync } from "node:sqlite";
import type { CompositePath, ContainerDefinition } from "../rules/container-definition.ts";
import { toSteps } from "../rules/json.ts";
import { hintPlanner } from "./hint-planner.ts";
import { isId, rankSql, sortColumnsOf, valueSql } from "./sort-key.ts";

/** Creates the table of a container's items with its unique keys and composite indexes, each where it is not there yet. */
export function createItemTable(database: DatabaseSync, container: ContainerDefinition): void {
  const table = `items_${container.number}`;
  const unique = container.uniqueKeys.map((paths, at) => uniqueIndexSql(table, at, paths));
  const composite = container.compositeIndexes.map((paths) => compositeIndexSql(table, paths));
  database.exec(
    [
      `CREATE TABLE IF NOT EXISTS ${table}(
         key TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, expiresAt INTEGER, body TEXT NOT NULL, PRIMARY KEY(key, id))`,
      `CREATE INDEX IF NOT EXISTS ${table}_expiry ON ${table}(expiresAt) WHERE expiresAt IS NOT NULL`,
      ...unique,
      ...composite,
    ].join(";\n"),
  );
  hintPlanner(database, table);
}

/** A property that is missing counts as null in a unique key. The values stand first, where queries for one find them. */
function uniqueIndexSql(table: string, at: number, paths: readonly string[]): string {
  const steps = paths.map(toSteps);
  const columns = [...steps.map(valueSql), ...steps.map((path) => rankSql(path, 1))];
  return `CREATE UNIQUE INDEX IF NOT EXISTS ${table}_unique_${at} ON ${table}(key, ${columns.join(", ")})`;
}

/** Serves an ORDER BY of the same paths inside one partition, forwards and backwards; ties go by id. */
function compositeIndexSql(table: string, paths: readonly CompositePath[]): string {
  const columns = paths.flatMap((part) => {
    const steps = toSteps(part.path);
    const direction = part.order === "descending" ? "DESC" : "ASC";
    return sortColumnsOf(steps).map((column) => `${column} ${direction}`);
  });
  const last = paths.at(-1)?.order === "descending" ? "DESC" : "ASC";
  const name = `${table}_by_${paths.map((part) => Buffer.from(`${part.path} ${part.order}`).toString("hex")).join("_")}`;
  const ties = paths.some((part) => isId(toSteps(part.path))) ? [] : [`id ${last}`];
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${table}(${["key", ...columns, ...ties].join(", ")})`;
}
