import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

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
  const database = new DatabaseSync(join(dir, "cosmos.sqlite"));
  try {
    // The exclusive lock keeps a second server off the folder and spares the shared-memory file.
    database.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
    database.exec(`PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; ${SCHEMA}`);
    return database;
  } catch (cause) {
    database.close();
    throw new Error(`Cannot open the Cosmos DB data in ${dir}: is another server running on it?`, { cause });
  }
}
