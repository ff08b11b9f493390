import type { DatabaseSync } from "node:sqlite";
import { checkResourceId } from "../rules/container-definition.ts";
import { idConflict, notFound } from "../rules/cosmos-error.ts";
import { isObject, type JsonObject, parseStored, type Value } from "../rules/json.ts";
import type { Counter } from "./counters.ts";
import { stampResource } from "./stamp-resource.ts";

export type Databases = {
  read(id: string): JsonObject;
  create(requested: Value): JsonObject;
  remove(id: string): void;
};

type Deps = { readonly database: DatabaseSync; readonly rids: Counter; readonly nowMs: () => number };

/** The databases of the account. Throws the service's 404, 409 or 400. */
export function makeDatabases({ database, rids, nowMs }: Deps): Databases {
  const select = database.prepare("SELECT body FROM databases WHERE id=?");
  const insert = database.prepare("INSERT INTO databases(id, body) VALUES(?, ?)");
  const remove = database.prepare("DELETE FROM databases WHERE id=?");
  return {
    read(id) {
      const row = select.get(id);
      if (row === undefined) throw notFound();
      return parseStored(String(row["body"]));
    },
    create(requested) {
      const id = isObject(requested) ? requested["id"] : undefined;
      checkResourceId(id);
      if (select.get(id) !== undefined) throw idConflict();
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(rids.next());
      const rid = bytes.toString("base64").replaceAll("/", "-");
      const stamped = stampResource({ id }, { rid, self: `dbs/${rid}/`, nowMs: nowMs() });
      const body = { ...stamped, _colls: "colls/", _users: "users/" };
      insert.run(id, JSON.stringify(body));
      return body;
    },
    remove: (id) => void remove.run(id),
  };
}
