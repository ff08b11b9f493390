import type { DatabaseSync } from "node:sqlite";
import { type ContainerDefinition, toContainerBody, toContainerDefinition } from "../rules/container-definition.ts";
import { badRequest, idConflict, notFound } from "../rules/cosmos-error.ts";
import { type JsonObject, parseStored, toText, type Value } from "../rules/json.ts";
import { canonicalText } from "../rules/sql/compare-values.ts";
import type { Counter } from "./counters.ts";
import { type ItemTable, makeItemTable, tableName } from "./item-table.ts";
import { stampResource } from "./stamp-resource.ts";

/** A container with the table of its items. */
export type Container = { readonly definition: ContainerDefinition; readonly items: ItemTable };

export type Containers = {
  get(databaseId: string, id: string): Container;
  list(databaseId: string): Container[];
  all(): Container[];
  create(parent: JsonObject, requested: Value): JsonObject;
  replace(databaseId: string, id: string, requested: Value): JsonObject;
  remove(databaseId: string, id: string): void;
};

type Deps = { readonly database: DatabaseSync; readonly rids: Counter; readonly nowMs: () => number };

/** What the service adds to every container. */
const LINKS = { _docs: "docs/", _sprocs: "sprocs/", _triggers: "triggers/", _udfs: "udfs/", _conflicts: "conflicts/" };

/** The containers of the account, opened when they are first asked for. Throws the service's 404, 409 or 400. */
export function makeContainers({ database, rids, nowMs }: Deps): Containers {
  const opened = new Map<string, Container>();
  const select = database.prepare("SELECT number, body FROM containers WHERE database=? AND id=?");
  const selectIds = database.prepare("SELECT database, id FROM containers ORDER BY number");
  const insert = database.prepare("INSERT INTO containers(database, id, body) VALUES(?, ?, ?)");
  const update = database.prepare("UPDATE containers SET body=? WHERE number=?");

  function get(databaseId: string, id: string): Container {
    const name = `${databaseId}/${id}`;
    const known = opened.get(name);
    if (known !== undefined) return known;
    const row = select.get(databaseId, id);
    if (row === undefined) throw notFound();
    const definition = toContainerDefinition(Number(row["number"]), databaseId, parseStored(String(row["body"])));
    const container = { definition, items: makeItemTable(database, definition) };
    opened.set(name, container);
    return container;
  }

  function create(parent: JsonObject, requested: Value): JsonObject {
    const wanted = toContainerBody(requested);
    const [databaseId, id] = [toText(parent["id"]), toText(wanted["id"])];
    if (select.get(databaseId, id) !== undefined) throw idConflict();
    const rid = toContainerRid(toText(parent["_rid"]), rids.next());
    const stamp = { rid, self: `${toText(parent["_self"])}colls/${rid}/`, nowMs: nowMs() };
    const body = { ...stampResource(wanted, stamp), ...LINKS };
    insert.run(databaseId, id, JSON.stringify(body));
    return get(databaseId, id).definition.body;
  }

  function replace(databaseId: string, id: string, requested: Value): JsonObject {
    const { definition } = get(databaseId, id);
    const wanted = toContainerBody(requested);
    for (const name of ["id", "partitionKey", "uniqueKeyPolicy"]) checkUnchanged(name, definition.body, wanted);
    const { rid, self } = definition;
    const body = { ...stampResource(wanted, { rid, self, nowMs: nowMs() }), ...LINKS };
    update.run(JSON.stringify(body), definition.number);
    opened.delete(`${databaseId}/${id}`);
    const changed = get(databaseId, id);
    if (changed.definition.defaultTtl !== definition.defaultTtl) changed.items.setDefaultTtl(nowMs());
    return changed.definition.body;
  }

  const all = (): Container[] => selectIds.all().map((row) => get(String(row["database"]), String(row["id"])));
  return {
    get,
    all,
    list: (databaseId) => all().filter(({ definition }) => definition.database === databaseId),
    create,
    replace,
    remove(databaseId, id) {
      const { definition } = get(databaseId, id);
      opened.delete(`${databaseId}/${id}`);
      database.exec(`DELETE FROM containers WHERE number=${definition.number}; DROP TABLE ${tableName(definition)};`);
    },
  };
}

/** Eight bytes: the database's four, then the container's, whose high bit distinguishes it from a user. */
function toContainerRid(databaseRid: string, number: number): string {
  const rid = Buffer.alloc(8);
  Buffer.from(databaseRid.replaceAll("-", "/"), "base64").copy(rid);
  rid.writeUInt32BE((0x80000000 | number) >>> 0, 4);
  return rid.toString("base64").replaceAll("/", "-");
}

/** What is fixed for ever when a container is created. */
function checkUnchanged(name: string, before: JsonObject, after: JsonObject): void {
  const [left, right] = [before[name] ?? null, after[name] ?? null];
  if (canonicalText(left) !== canonicalText(right)) throw badRequest(`The ${name} of a container cannot be changed.`);
}
