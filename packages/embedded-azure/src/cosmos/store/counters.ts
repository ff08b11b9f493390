import type { DatabaseSync } from "node:sqlite";

/** How many numbers one write to the disk reserves; after a restart the rest of the block is skipped. */
const BLOCK = 10_000;

export type Counter = {
  next(): number;
  current(): number;
  /** Makes sure that the next `count` numbers need no write: call it before a transaction that may be taken back. */
  reserve(count: number): void;
};

/** A number that only grows, over restarts too. */
export function makeCounter(database: DatabaseSync, name: string): Counter {
  const read = database.prepare("SELECT value FROM counters WHERE name=?");
  const write = database.prepare("INSERT OR REPLACE INTO counters(name, value) VALUES(?, ?)");
  let reserved = Number(read.get(name)?.["value"] ?? 0);
  let current = reserved;
  const reserve = (count: number): void => {
    if (current + count <= reserved) return;
    reserved = current + count + BLOCK;
    write.run(name, reserved);
  };
  return {
    next: () => {
      reserve(1);
      current++;
      return current;
    },
    current: () => current,
    reserve,
  };
}
