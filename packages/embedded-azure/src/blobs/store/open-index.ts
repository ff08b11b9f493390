import type { StatementSync } from "node:sqlite";
import { openSqlite } from "../../open-sqlite.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS containers (name TEXT PRIMARY KEY, etag TEXT NOT NULL, modifiedMs INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS versions (
    container TEXT NOT NULL, name TEXT NOT NULL, versionId TEXT NOT NULL, isCurrent INTEGER NOT NULL,
    contentId TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (container, name, versionId)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS currentVersions ON versions (container, name) WHERE isCurrent = 1;
  CREATE INDEX IF NOT EXISTS contents ON versions (contentId);
  CREATE INDEX IF NOT EXISTS ages ON versions (versionId);
`;

export type Index = {
  /** A statement, prepared once. */
  readonly prepare: (sql: string) => StatementSync;
  /** All of it or nothing. Synchronous, so nothing else happens in between. */
  readonly atomically: <T>(work: () => T) => T;
  readonly close: () => void;
};

/**
 * The index of versions. In WAL mode a commit is with the operating system before the answer leaves: it survives the end of this
 * process by any means. A power cut may take the last moments of the index, never its integrity.
 */
export function openIndex(path: string): Index {
  const pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;";
  const database = openSqlite(path, `${pragmas} ${schema}`);
  const statements = new Map<string, StatementSync>();
  return {
    prepare: (sql) => {
      const known = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, known);
      return known;
    },
    atomically: (work) => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
