import type { DatabaseSync } from "node:sqlite";

/** How many numbers one write to the disk reserves; after a restart the rest of the block is skipped. */
const BLOCK = 10_000;

export type Counter = { next(): number; current(): number };

/** A number that only grows, over restarts too. */
export function makeCounter(database: DatabaseSync, name: string): Counter {
  const read = database.prepare("SELECT value FROM counters WHERE name=?");
  const reserve = database.prepare("INSERT OR REPLACE INTO counters(name, value) VALUES(?, ?)");
  let reserved = Number(read.get(name)?.["value"] ?? 0);
  let current = reserved;
  return {
    next: () => {
      current++;
      if (current <= reserved) return current;
      reserved = current + BLOCK;
      reserve.run(name, reserved);
      return current;
    },
    current: () => current,
  };
}
