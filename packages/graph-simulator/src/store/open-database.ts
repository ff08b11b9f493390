import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { openSqlite } from "@tenantpilot/embedded-azure/open-sqlite";

// `previous` is the body before the last write; the JSON text `null` says that there was none.
const schema = `
  CREATE TABLE IF NOT EXISTS tenants(id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS unlicensed(tenantId TEXT, collection TEXT, PRIMARY KEY(tenantId, collection));
  CREATE TABLE IF NOT EXISTS objects(
    tenantId TEXT, collection TEXT, id TEXT, position INTEGER NOT NULL, body TEXT NOT NULL, previous TEXT,
    PRIMARY KEY(tenantId, collection, id));
  CREATE UNIQUE INDEX IF NOT EXISTS inOrder ON objects(tenantId, collection, position);
`;

/** Opens `dir/graph.sqlite` for this process alone. The write-ahead log keeps every committed write through the death of the process. */
export function openDatabase(dir: string): DatabaseSync {
  mkdirSync(dir, { recursive: true });
  const pragmas = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
  return openSqlite(join(dir, "graph.sqlite"), `${pragmas} ${schema}`);
}
