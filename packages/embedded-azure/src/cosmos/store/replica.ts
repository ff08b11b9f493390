import { DatabaseSync } from "node:sqlite";
import type { Row } from "../rules/row.ts";
import type { Catalog } from "./catalog.ts";
import type { Container } from "./containers.ts";
import type { Change } from "./execute-item.ts";
import { makeItemTable, tableName } from "./item-table.ts";

/** How far reads stay behind writes: not at all, by a time, or until the test lets them catch up. */
export type Lag = "none" | "untilReleased" | { readonly ms: number };

type PendingChange = { readonly lsn: number; readonly atMs: number; readonly change: Change };
type State = { readonly lag: Lag; readonly database: DatabaseSync; readonly tables: Map<number, Container> };

/** Where a read looks, and up to which write that view goes. */
export type View = { readonly container: Container; readonly lsn: number };

export type Replica = {
  record(lsn: number, changes: readonly Change[]): void;
  /** The view for a reader whose session has seen the writes up to `seenLsn`. */
  view(container: Container, seenLsn: number): View;
  setLag(lag: Lag): void;
  release(): void;
};

type Options = { readonly catalog: Catalog; readonly nowMs: () => number; readonly currentLsn: () => number };

/**
 * A second copy of all items that follows the writes late, as another region's or process's replica may.
 * A session that has seen more than the copy holds is answered from the first copy: that is session consistency.
 */
export function makeReplica({ catalog, nowMs, currentLsn }: Options): Replica {
  let state: State | undefined;
  let pending: PendingChange[] = [];

  function apply(isDue: (entry: PendingChange) => boolean): void {
    if (state === undefined) return;
    const waiting = pending.findIndex((entry) => !isDue(entry));
    const due = pending.splice(0, waiting === -1 ? pending.length : waiting);
    for (const { change } of due) applyChange(state, change);
  }

  function applyDue({ lag }: State): void {
    if (typeof lag === "object") apply((entry) => entry.atMs + lag.ms <= nowMs());
  }

  return {
    record(lsn, changes) {
      if (state === undefined) return;
      const atMs = nowMs();
      pending.push(...changes.map((change) => ({ lsn, atMs, change })));
    },
    view(container, seenLsn) {
      if (state === undefined) return { container, lsn: currentLsn() };
      applyDue(state);
      const [first] = pending;
      const lsn = first === undefined ? currentLsn() : first.lsn - 1;
      if (seenLsn > lsn) return { container, lsn: currentLsn() };
      return { container: copyOf(state, container), lsn };
    },
    setLag(lag) {
      state?.database.close();
      pending = [];
      state = lag === "none" ? undefined : copyAll(catalog, lag);
    },
    release: () => apply(() => true),
  };
}

function copyAll(catalog: Catalog, lag: Lag): State {
  const state: State = { lag, database: new DatabaseSync(":memory:"), tables: new Map() };
  for (const container of catalog.containers.all()) {
    const { items } = copyOf(state, container);
    const sql = `SELECT key, id, etag, expiresAt, body FROM ${tableName(container.definition)}`;
    // The columns are those of Row, and the statement names them.
    for (const row of container.items.select(sql, [])) items.put(row as Row);
  }
  return state;
}

function copyOf({ database, tables }: State, { definition }: Pick<Container, "definition">): Container {
  const known = tables.get(definition.number);
  if (known !== undefined) return known;
  const copy = { definition, items: makeItemTable(database, definition) };
  tables.set(definition.number, copy);
  return copy;
}

function applyChange(state: State, { container, key, id, row }: Change): void {
  const { items } = copyOf(state, { definition: container });
  if (row === undefined) items.remove(key, id);
  else items.put(row);
}
