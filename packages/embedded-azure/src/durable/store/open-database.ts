import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SQLInputValue, StatementSync } from "node:sqlite";
import { openSqlite } from "../../open-sqlite.ts";

export type Row = Readonly<Record<string, unknown>>;

export type Database = {
  readonly all: (sql: string, ...values: SQLInputValue[]) => Row[];
  readonly get: (sql: string, ...values: SQLInputValue[]) => Row | undefined;
  /** The number of rows changed. */
  readonly run: (sql: string, ...values: SQLInputValue[]) => number;
  /** All of `work` or nothing. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};

const schema = `
  create table if not exists instance (
    id text primary key, executionId text not null, name text not null, version text, status text not null,
    input text, output text, customStatus text, createdAt integer not null, updatedAt integer not null,
    parentId text, parentExecutionId text, parentTaskId integer
  );
  create index if not exists instance_by_creation on instance (createdAt, id);
  create table if not exists history (
    instanceId text not null, position integer not null, event text not null, primary key (instanceId, position)
  ) without rowid;
  create table if not exists inbox (
    n integer primary key autoincrement, instanceId text not null, executionId text, due integer not null, event text not null
  );
  create index if not exists inbox_by_due on inbox (due);
  create index if not exists inbox_by_instance on inbox (instanceId, due);
  create table if not exists activity (
    n integer primary key autoincrement, instanceId text not null, executionId text not null, taskId integer not null,
    name text not null, input text not null
  );
`;

/**
 * One file, owned by this process: a second host on the same folder is refused. A commit in WAL mode with synchronous=normal survives
 * kill -9 (not a power cut, which a local stack does not promise).
 */
export function openDatabase(dir: string): Database {
  mkdirSync(dir, { recursive: true });
  const pragmas = "pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = normal;";
  const sqlite = openSqlite(join(dir, "durable.sqlite"), `${pragmas} begin immediate; ${schema} commit;`);
  const statements = new Map<string, StatementSync>();

  function statement(sql: string): StatementSync {
    const prepared = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  }

  return {
    all: (sql, ...values) => statement(sql).all(...values),
    get: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    transaction(work) {
      sqlite.exec("begin immediate");
      try {
        const result = work();
        sqlite.exec("commit");
        return result;
      } catch (error) {
        sqlite.exec("rollback");
        throw error;
      }
    },
    close: () => sqlite.close(),
  };
}
