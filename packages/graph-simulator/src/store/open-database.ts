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

const noteOf = (row: "NEW" | "OLD"): string => `
  DELETE FROM changes WHERE tenantId = ${row}.tenantId AND collection = ${row}.collection AND id = ${row}.id;
  INSERT INTO changes(tenantId, collection, id) VALUES(${row}.tenantId, ${row}.collection, ${row}.id);`;

// The last change of each group, deletion included; numbers are never given twice. A folder of before has none yet.
const changes = `
  CREATE TABLE IF NOT EXISTS changes(seq INTEGER PRIMARY KEY AUTOINCREMENT, tenantId TEXT, collection TEXT, id TEXT);
  CREATE UNIQUE INDEX IF NOT EXISTS changeOf ON changes(tenantId, collection, id);
  CREATE INDEX IF NOT EXISTS changesInOrder ON changes(tenantId, collection, seq);
  INSERT INTO changes(tenantId, collection, id) SELECT tenantId, collection, id FROM objects
    WHERE collection = '/groups' AND NOT EXISTS(SELECT 1 FROM changes) ORDER BY position;
  CREATE TRIGGER IF NOT EXISTS noteInsert AFTER INSERT ON objects WHEN NEW.collection = '/groups' BEGIN ${noteOf("NEW")} END;
  CREATE TRIGGER IF NOT EXISTS noteUpdate AFTER UPDATE ON objects WHEN NEW.collection = '/groups' BEGIN ${noteOf("NEW")} END;
  CREATE TRIGGER IF NOT EXISTS noteDelete AFTER DELETE ON objects WHEN OLD.collection = '/groups' BEGIN ${noteOf("OLD")} END;
`;

/** Opens `dir/graph.sqlite` for this process alone. The write-ahead log keeps every committed write through the death of the process. */
export function openDatabase(dir: string): DatabaseSync {
  mkdirSync(dir, { recursive: true });
  const pragmas = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";
  return openSqlite(join(dir, "graph.sqlite"), `${pragmas} ${schema} ${changes}`);
}
