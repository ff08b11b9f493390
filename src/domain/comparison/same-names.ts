import type { ObjectRow } from "./object-row.ts";

/**
 * Remembers which objects are on one side alone, by type and name: in one tenant a removed and an added one of the same
 * name are mostly the same thing made anew. Only a name that is single on both sides says so.
 */
export class SameNames {
  readonly #ids = { removed: new Map<string, string | null>(), added: new Map<string, string | null>() };

  note({ type, id, name, change }: ObjectRow): void {
    if (change !== "removed" && change !== "added") return;
    const ids = this.#ids[change];
    const key = `${type}/${name}`;
    ids.set(key, ids.has(key) ? null : id);
  }

  /** The row with its counterpart's id; to be asked when all rows were noted. */
  complete(row: ObjectRow): ObjectRow {
    if (row.change !== "removed" && row.change !== "added") return row;
    const key = `${row.type}/${row.name}`;
    const other = this.#ids[row.change === "removed" ? "added" : "removed"].get(key) ?? null;
    const isSingle = this.#ids[row.change].get(key) === row.id;
    return isSingle && other !== null ? { ...row, otherId: other } : row;
  }
}
