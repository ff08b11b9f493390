import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { openSqlite } from "../../open-sqlite.ts";
import type { QueueMessage } from "../rules/message.ts";
import type { QueueStore } from "../rules/queue-settings.ts";
import { toMessage, toRow } from "./message-row.ts";

/** What a process finds of a queue that an earlier one left. */
export type RecoveredQueue = {
  readonly messages: QueueMessage[];
  readonly seen: [messageId: string, seenAt: number][];
};

export type Journal = {
  readonly storeOf: (path: string) => QueueStore;
  read(path: string): RecoveredQueue;
  /** Runs an answer once everything reported so far is on disk. */
  readonly afterCommit: (answer: () => void) => void;
  /** Writes what is not yet on disk; what is reported later is lost. */
  readonly close: () => void;
};

// WAL with NORMAL: a committed turn survives the end of the process at any moment; a power cut may take the last ones.
// Two servers on one journal would deliver every message twice, so the first one locks it; its end frees it.
const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS message (queue TEXT, sequence INTEGER, facts TEXT, annotations BLOB, bare BLOB, PRIMARY KEY (queue, sequence));
  CREATE TABLE IF NOT EXISTS sequence (queue TEXT PRIMARY KEY, last INTEGER);
  CREATE TABLE IF NOT EXISTS seen (queue TEXT, message_id TEXT, at INTEGER, PRIMARY KEY (queue, message_id));
  CREATE INDEX IF NOT EXISTS seen_at ON seen (queue, at);
`;

/** Opens the journal of a folder. The changes of one turn of the event loop are one transaction, and answers wait for it. */
export function openJournal(dir: string): Journal {
  mkdirSync(dir, { recursive: true });
  const database = openSqlite(join(dir, "service-bus.sqlite"), schema);
  const statements = prepare(database);
  const turn = makeTurn(database);
  return {
    storeOf: (path) => makeQueueStore(path, statements, turn.write),
    read: (path) => ({
      messages: statements.allMessages.all(path).map(toMessage),
      seen: statements.allSeen.all(path).map((row) => [String(row["message_id"]), Number(row["at"])]),
    }),
    afterCommit: turn.afterCommit,
    close: () => {
      turn.end();
      database.close();
    },
  };
}

type Write = (change: () => unknown) => void;

function makeTurn(database: DatabaseSync) {
  let changes: (() => unknown)[] = [];
  let answers: (() => void)[] = [];
  let isPlanned = false;
  let hasEnded = false;

  function commit(): void {
    const [changesNow, answersNow] = [changes, answers];
    changes = [];
    answers = [];
    isPlanned = false;
    if (changesNow.length > 0) transact(database, changesNow);
    for (const answer of answersNow) answer();
  }

  function plan(): void {
    if (isPlanned || hasEnded) return;
    isPlanned = true;
    setImmediate(() => isPlanned && commit());
  }

  const write: Write = (change) => {
    changes.push(change);
    plan();
  };
  const afterCommit = (answer: () => void): void => {
    answers.push(answer);
    plan();
  };
  const end = (): void => {
    commit();
    hasEnded = true;
  };
  return { write, afterCommit, end };
}

function transact(database: DatabaseSync, changes: readonly (() => unknown)[]): void {
  database.exec("BEGIN");
  for (const change of changes) change();
  database.exec("COMMIT");
}

function makeQueueStore(path: string, statements: Statements, write: Write): QueueStore {
  let last = Number(statements.lastSequence.get(path)?.["last"] ?? 0);
  return {
    nextSequence: () => {
      last += 1;
      const sequence = last;
      write(() => statements.keepSequence.run(path, sequence));
      return sequence;
    },
    save: (message) => write(() => statements.save.run(...toRow(path, message))),
    remove: (sequence) => write(() => statements.remove.run(path, sequence)),
    remember: (messageId, seenAt) => write(() => statements.remember.run(path, messageId, seenAt)),
    forget: (until) => write(() => statements.forget.run(path, until)),
  };
}

type Statements = Record<keyof typeof sql, StatementSync>;

const sql = {
  save: "INSERT OR REPLACE INTO message VALUES (?, ?, ?, ?, ?)",
  remove: "DELETE FROM message WHERE queue = ? AND sequence = ?",
  allMessages: "SELECT * FROM message WHERE queue = ? ORDER BY sequence",
  lastSequence: "SELECT last FROM sequence WHERE queue = ?",
  keepSequence: "INSERT OR REPLACE INTO sequence VALUES (?, ?)",
  remember: "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)",
  allSeen: "SELECT message_id, at FROM seen WHERE queue = ? ORDER BY at",
  forget: "DELETE FROM seen WHERE queue = ? AND at <= ?",
};

function prepare(database: DatabaseSync): Statements {
  return {
    save: database.prepare(sql.save),
    remove: database.prepare(sql.remove),
    allMessages: database.prepare(sql.allMessages),
    lastSequence: database.prepare(sql.lastSequence),
    keepSequence: database.prepare(sql.keepSequence),
    remember: database.prepare(sql.remember),
    allSeen: database.prepare(sql.allSeen),
    forget: database.prepare(sql.forget),
  };
}
