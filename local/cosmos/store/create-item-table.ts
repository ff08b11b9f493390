import type { DatabaseSync } from "node:sqlite";
import type { CompositePath, ContainerDefinition } from "../rules/container-definition.ts";
import { toSteps } from "../rules/json.ts";
import { isPlainPath, rankSql, valueSql } from "./sort-key.ts";

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
}

/** A property that is missing counts as null in a unique key. */
function uniqueIndexSql(table: string, at: number, paths: readonly string[]): string {
  const columns = paths.map(toSteps).flatMap((steps) => [rankSql(steps, 1), valueSql(steps)]);
  return `CREATE UNIQUE INDEX IF NOT EXISTS ${table}_unique_${at} ON ${table}(key, ${columns.join(", ")})`;
}

/** Serves an ORDER BY of the same paths inside one partition, forwards and backwards; ties go by id. */
function compositeIndexSql(table: string, paths: readonly CompositePath[]): string {
  const columns = paths.flatMap((part) => {
    const steps = toSteps(part.path);
    if (!isPlainPath(steps)) return [];
    const direction = part.order === "descending" ? "DESC" : "ASC";
    return [`${rankSql(steps)} ${direction}`, `${valueSql(steps)} ${direction}`];
  });
  const last = paths.at(-1)?.order === "descending" ? "DESC" : "ASC";
  const name = `${table}_by_${paths.map((part) => Buffer.from(`${part.path} ${part.order}`).toString("hex")).join("_")}`;
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${table}(key, ${columns.join(", ")}, id ${last})`;
}
