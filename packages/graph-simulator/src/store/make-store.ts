import type { DatabaseSync } from "node:sqlite";
import type { Entity } from "../entity.ts";
import { readJson, writeJson } from "../exact-json.ts";

export type Tenant = { readonly id: string; readonly name: string };

export type StoredObject = { readonly position: number; readonly body: Entity };

/** Where an object lives. `collection` is the path of a row of the collections. */
export type CollectionKey = { readonly tenantId: string; readonly collection: string };

export type Change = { readonly seq: number; readonly id: string; readonly body: Entity | undefined };

export type Store = {
  putTenant(tenant: Tenant): void;
  hasTenant(id: string): boolean;
  setLicence(key: CollectionKey, isLicensed: boolean): void;
  isLicensed(key: CollectionKey): boolean;
  /** In order, from after a position. With `isStale`, as things were before each object's last write. */
  objectsAfter(key: CollectionKey, position: number, isStale?: boolean): Iterable<StoredObject>;
  find(key: CollectionKey, id: string): Entity | undefined;
  /** Adds at the end or replaces where it is. What is added as `old` was always there: stale reads show it too. */
  put(key: CollectionKey, id: string, body: Entity, age?: "old" | "new"): void;
  delete(key: CollectionKey, id: string): boolean;
  /** The last change of each object after a number, the oldest first; without a body the object is gone. */
  changesAfter(key: CollectionKey, seq: number): Iterable<Change>;
  /** The number of the newest change. */
  lastChange(): number;
  /** All or nothing. */
  together(work: () => void): void;
};

/** Tenants and their objects. Each call is one committed write, unless it is made inside `together`. */
export function makeStore(database: DatabaseSync): Store {
  const sql = prepare(database);
  return {
    putTenant: ({ id, name }) => void sql.putTenant.run(id, name),
    hasTenant: (id) => sql.tenant.get(id) !== undefined,
    setLicence({ tenantId, collection }, isLicensed) {
      (isLicensed ? sql.license : sql.unlicense).run(tenantId, collection);
    },
    isLicensed: ({ tenantId, collection }) => sql.unlicensed.get(tenantId, collection) === undefined,
    *objectsAfter({ tenantId, collection }, position, isStale = false) {
      for (const row of sql.after.iterate(tenantId, collection, position)) {
        const text = isStale ? (row["previous"] ?? row["body"]) : row["body"];
        const body = toEntity(text);
        if (body) yield { position: Number(row["position"]), body };
      }
    },
    find: ({ tenantId, collection }, id) => toEntity(sql.find.get(tenantId, collection, id)?.["body"]),
    put({ tenantId, collection }, id, body, age = "new") {
      const previous = age === "new" ? "null" : null;
      sql.put.run(tenantId, collection, id, tenantId, collection, writeJson(body), previous);
    },
    delete: ({ tenantId, collection }, id) => sql.delete.run(tenantId, collection, id).changes > 0,
    *changesAfter({ tenantId, collection }, seq) {
      for (const row of sql.changes.iterate(tenantId, collection, seq)) {
        yield { seq: Number(row["seq"]), id: String(row["id"]), body: toEntity(row["body"]) };
      }
    },
    lastChange: () => Number(sql.lastChange.get()?.["seq"] ?? 0),
    together: (work) => inTransaction(database, work),
  };
}

function prepare(database: DatabaseSync) {
  return {
    putTenant: database.prepare("INSERT INTO tenants VALUES(?, ?) ON CONFLICT DO UPDATE SET name = excluded.name"),
    tenant: database.prepare("SELECT 1 FROM tenants WHERE id = ?"),
    license: database.prepare("DELETE FROM unlicensed WHERE tenantId = ? AND collection = ?"),
    unlicense: database.prepare("INSERT OR IGNORE INTO unlicensed VALUES(?, ?)"),
    unlicensed: database.prepare("SELECT 1 FROM unlicensed WHERE tenantId = ? AND collection = ?"),
    after: database.prepare(
      "SELECT * FROM objects WHERE tenantId = ? AND collection = ? AND position > ? ORDER BY position",
    ),
    find: database.prepare("SELECT body FROM objects WHERE tenantId = ? AND collection = ? AND id = ?"),
    put: database.prepare(
      `INSERT INTO objects VALUES(?, ?, ?,
         (SELECT COALESCE(MAX(position), 0) + 1 FROM objects WHERE tenantId = ? AND collection = ?), ?, ?)
       ON CONFLICT(tenantId, collection, id) DO UPDATE SET previous = body, body = excluded.body`,
    ),
    changes: database.prepare(
      `SELECT changes.seq, changes.id, body FROM changes LEFT JOIN objects USING(tenantId, collection, id)
       WHERE changes.tenantId = ? AND changes.collection = ? AND changes.seq > ? ORDER BY changes.seq`,
    ),
    lastChange: database.prepare("SELECT MAX(seq) AS seq FROM changes"),
    delete: database.prepare("DELETE FROM objects WHERE tenantId = ? AND collection = ? AND id = ?"),
  };
}

function toEntity(text: unknown): Entity | undefined {
  // Bodies are written by `put` alone, which takes entities.
  return typeof text === "string" ? ((readJson(text) ?? undefined) as Entity | undefined) : undefined;
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec("BEGIN");
  try {
    work();
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
