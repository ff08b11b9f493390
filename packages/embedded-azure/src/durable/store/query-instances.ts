import type { Instance } from "../instance.ts";
import type { Database } from "./open-database.ts";

/** What a status query asks for; times in milliseconds, both ends included. */
export type InstanceFilter = {
  readonly createdFrom?: number;
  readonly createdTo?: number;
  readonly statuses?: readonly string[];
  readonly idPrefix?: string;
  /** Continue behind this one: a page ends with the position of its last instance. */
  readonly after?: { readonly createdAt: number; readonly id: string };
  readonly limit: number;
};

/** In order of creation, then id. */
export function queryInstances(db: Database, filter: InstanceFilter): readonly Instance[] {
  const conditions: string[] = ["true"];
  const values: (string | number)[] = [];
  const add = (condition: string, ...added: readonly (string | number)[]) => {
    conditions.push(condition);
    values.push(...added);
  };
  if (filter.createdFrom !== undefined) add("createdAt >= ?", filter.createdFrom);
  if (filter.createdTo !== undefined) add("createdAt <= ?", filter.createdTo);
  if (filter.statuses?.length) add(`status in (${filter.statuses.map(() => "?").join(", ")})`, ...filter.statuses);
  if (filter.idPrefix) add("substr(id, 1, ?) = ?", filter.idPrefix.length, filter.idPrefix);
  if (filter.after) add("(createdAt, id) > (?, ?)", filter.after.createdAt, filter.after.id);
  const sql = `select * from instance where ${conditions.join(" and ")} order by createdAt, id limit ?`;
  return db.all(sql, ...values, filter.limit) as Instance[];
}
