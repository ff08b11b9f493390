import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { ContainerDefinition } from "../rules/container-definition.ts";
import { idConflict, uniqueKeyConflict } from "../rules/cosmos-error.ts";
import { expiryOf } from "../rules/item.ts";
import { parseStored } from "../rules/json.ts";
import type { Row } from "../rules/row.ts";
import { createItemTable } from "./create-item-table.ts";

export type SqlRow = Record<string, SQLOutputValue>;

export type ItemTable = {
  /** The item, or undefined when there is none or its time is over. */
  get(key: string, id: string, nowMs: number): Row | undefined;
  insert(row: Row): void;
  update(row: Row): void;
  put(row: Row): void;
  remove(key: string, id: string): void;
  removeExpired(nowMs: number): void;
  /** Items that are there end as the container says now, counted from their last write; what has ended by now is gone. */
  setDefaultTtl(nowMs: number): void;
  /** Rows of a SELECT written for this table, read one by one. */
  select(sql: string, values: readonly (string | number)[]): Iterable<SqlRow>;
};

/** Statements are compiled once per text; more texts than this in use at a time are compiled again. */
const MAX_STATEMENTS = 200;

export function tableName(container: ContainerDefinition): string {
  return `items_${container.number}`;
}

/** The table of one container's items, created when it is not there. */
export function makeItemTable(database: DatabaseSync, container: ContainerDefinition): ItemTable {
  createItemTable(database, container);
  const table = tableName(container);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const get = database.prepare(
    `SELECT key, id, etag, expiresAt, body FROM ${table} WHERE key=? AND id=? AND (expiresAt IS NULL OR expiresAt>?)`,
  );
  const insert = database.prepare(`INSERT INTO ${table}(key, id, etag, expiresAt, body) VALUES(?, ?, ?, ?, ?)`);
  const update = database.prepare(`UPDATE ${table} SET etag=?, expiresAt=?, body=? WHERE key=? AND id=?`);
  const put = database.prepare(`INSERT OR REPLACE INTO ${table}(key, id, etag, expiresAt, body) VALUES(?, ?, ?, ?, ?)`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE key=? AND id=?`);
  const removeExpired = database.prepare(`DELETE FROM ${table} WHERE expiresAt IS NOT NULL AND expiresAt<=?`);
  return {
    // The columns are those of Row, and the statement names them.
    get: (key, id, nowMs) => get.get(key, id, nowMs) as Row | undefined,
    insert: (row) => orConflict(() => insert.run(row.key, row.id, row.etag, row.expiresAt, row.body)),
    update: (row) => orConflict(() => update.run(row.etag, row.expiresAt, row.body, row.key, row.id)),
    put: (row) => void put.run(row.key, row.id, row.etag, row.expiresAt, row.body),
    remove: (key, id) => void remove.run(key, id),
    removeExpired: (nowMs) => void removeExpired.run(nowMs),
    setDefaultTtl(nowMs) {
      removeExpired.run(nowMs);
      const all = database.prepare(`SELECT key, id, body FROM ${table}`).all();
      const expire = database.prepare(`UPDATE ${table} SET expiresAt=? WHERE key=? AND id=?`);
      for (const { key = null, id = null, body } of all) {
        const item = parseStored(String(body));
        expire.run(expiryOf(item, container, Number(item["_ts"]) * 1_000), key, id);
      }
    },
    select: (sql, values) => prepare(sql).iterate(...values),
  };
}

function orConflict(write: () => unknown): void {
  try {
    write();
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (!message.startsWith("UNIQUE constraint failed")) throw error;
    // SQLite names an index on expressions by its name, the primary key by its columns.
    throw message.includes("index '") ? uniqueKeyConflict() : idConflict();
  }
}
