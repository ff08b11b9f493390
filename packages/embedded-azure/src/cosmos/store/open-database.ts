import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../../open-sqlite.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS databases(id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS containers(
    number INTEGER PRIMARY KEY, database TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, UNIQUE(database, id));
  CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL);
`;

/**
 * Opens `dir/cosmos.sqlite` for this process alone.
 * With a write-ahead log, NORMAL keeps every committed write through the death of the process; only the death of the machine may lose the last ones.
 */
export function openDatabase(dir: string): DatabaseSync {
  mkdirSync(dir, { recursive: true });
  // The exclusive lock keeps a second server off the folder and spares the shared-memory file.
  const pragmas = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
  const setUp = `${pragmas} PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; ${SCHEMA}`;
  return openSqlite(join(dir, "cosmos.sqlite"), setUp);
}
