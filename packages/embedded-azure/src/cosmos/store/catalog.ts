import type { DatabaseSync } from "node:sqlite";
import { type Containers, makeContainers } from "./containers.ts";
import { makeCounter } from "./counters.ts";
import { type Databases, makeDatabases } from "./databases.ts";

/** The databases and containers of the account. */
export type Catalog = { readonly databases: Databases; readonly containers: Containers };

export function makeCatalog(database: DatabaseSync, nowMs: () => number): Catalog {
  const deps = { database, rids: makeCounter(database, "rid"), nowMs };
  return { databases: makeDatabases(deps), containers: makeContainers(deps) };
}
