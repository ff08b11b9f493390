import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { QueueMessage } from "../../src/service-bus/rules/message.ts";
import { type Journal, openJournal } from "../../src/service-bus/store/journal.ts";

let dir: string;
let journal: Journal;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "journal-"));
  journal = openJournal(dir);
});
afterEach(() => {
  journal.close();
  rmSync(dir, { recursive: true });
});

function aMessage(sequence: number): QueueMessage {
  const bytes = { bare: Buffer.from("x"), annotations: Buffer.alloc(0) };
  const times = { enqueuedAt: 1, expiresAt: undefined, timeToLiveMs: undefined, dueAt: undefined };
  const facts = { messageId: `m${sequence}`, durable: true, priority: 4, firstSequence: sequence, deliveryCount: 0 };
  return { ...bytes, ...times, ...facts, sequence, state: "active", deadLetterSource: undefined };
}

it("the journal answers only when what was told is on disk", async () => {
  const answered = new Promise<number>((resolve) => {
    journal.storeOf("q").save(aMessage(1));
    journal.afterCommit(() => resolve(journal.read("q").messages.length));
  });
  expect(journal.read("q").messages).toEqual([]);
  expect(await answered).toBe(1);
});

it("the journal makes one commit of all that was told in one turn of the event loop", async () => {
  const exec = vi.spyOn(DatabaseSync.prototype, "exec");
  const store = journal.storeOf("q");
  for (const sequence of [1, 2, 3]) store.save(aMessage(sequence));
  store.remove(2);
  await new Promise<void>((resolve) => journal.afterCommit(resolve));
  expect(exec.mock.calls.filter(([sql]) => sql === "COMMIT")).toHaveLength(1);
  exec.mockRestore();
  expect(journal.read("q").messages.map(({ sequence }) => sequence)).toEqual([1, 3]);
});
