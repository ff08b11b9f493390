import type { DatabaseSync } from "node:sqlite";

/** What SQLite shall assume: 50 partitions of 2,000 items, where one value of one property is in 200 of them. */
const ITEMS = 100_000;
const ITEMS_PER_PARTITION = 2_000;
const ITEMS_PER_VALUE = 200;

/**
 * Tells SQLite how selective the indexes of an item table are. Without it, it walks a whole partition by id rather than look a value
 * up and sort the few rows found. Written like ANALYZE would (https://sqlite.org/fileformat2.html#the_sqlite_stat1_table), but
 * without reading the table.
 */
export function hintPlanner(database: DatabaseSync, table: string): void {
  const hasStatistics = database.prepare("SELECT 1 FROM sqlite_schema WHERE name='sqlite_stat1'").get();
  if (hasStatistics === undefined) database.exec(`ANALYZE ${table}`);
  const indexes = database.prepare("SELECT name FROM sqlite_schema WHERE type='index' AND tbl_name=?").all(table);
  const remove = database.prepare("DELETE FROM sqlite_stat1 WHERE tbl=?");
  const insert = database.prepare("INSERT INTO sqlite_stat1(tbl, idx, stat) VALUES(?, ?, ?)");
  remove.run(table);
  for (const { name } of indexes) {
    const index = String(name);
    const columns = database.prepare(`SELECT count(*) AS count FROM pragma_index_info(?)`).get(index)?.["count"];
    insert.run(table, index, statisticsOf(index, Number(columns)));
  }
  database.exec("ANALYZE sqlite_schema");
}

/** The number of rows, then how many are alike in the first column, in the first two, and so on. */
function statisticsOf(index: string, columns: number): string {
  const isUnique = index.startsWith("sqlite_autoindex") || index.includes("_unique_");
  const rest = isUnique ? [1, 1, 1] : [ITEMS_PER_PARTITION, ITEMS_PER_VALUE, ITEMS_PER_VALUE];
  const alike = Array.from({ length: columns - 1 }, (_unused, at) => rest[at] ?? 1);
  return [ITEMS, ITEMS_PER_PARTITION, ...alike].join(" ");
}
