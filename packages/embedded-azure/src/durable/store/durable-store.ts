import type { HistoryEvent } from "../history-event.ts";
import type { Instance } from "../instance.ts";
import { type Database, openDatabase, type Row } from "./open-database.ts";
import { type InstanceFilter, queryInstances } from "./query-instances.ts";

/** An event on its way to an instance. `executionId` null: for whichever generation is there. */
export type InboxMessage = { readonly n: number; readonly executionId: string | null; readonly event: HistoryEvent };

export type ScheduledActivity = {
  readonly n: number;
  readonly instanceId: string;
  readonly executionId: string;
  readonly taskId: number;
  readonly name: string;
  /** JSON: an array of one. */
  readonly input: string;
};

/** What the engine keeps. Single calls are not transactions of their own when inside `transaction`. */
export type DurableStore = {
  readonly transaction: <T>(work: () => T) => T;
  readonly instance: (id: string) => Instance | undefined;
  readonly instances: (filter: InstanceFilter) => readonly Instance[];
  readonly putInstance: (instance: Instance) => void;
  /** With its history and everything on its way to it; activities already scheduled run all the same. */
  readonly deleteInstance: (id: string) => void;
  readonly history: (id: string) => readonly HistoryEvent[];
  readonly appendHistory: (id: string, from: number, events: readonly HistoryEvent[]) => void;
  readonly clearHistory: (id: string) => void;
  readonly post: (instanceId: string, executionId: string | null, event: HistoryEvent, due?: number) => void;
  readonly inbox: (id: string, now: number) => readonly InboxMessage[];
  readonly hasInbox: (id: string) => boolean;
  readonly removeMessages: (messages: readonly { readonly n: number }[]) => void;
  readonly dropExecution: (id: string, executionId: string) => void;
  readonly dueInstances: (now: number, limit: number) => readonly string[];
  readonly nextDue: (now: number) => number | undefined;
  readonly addActivity: (activity: Omit<ScheduledActivity, "n">) => void;
  readonly removeActivity: (n: number) => boolean;
  readonly activities: (limit: number) => readonly ScheduledActivity[];
  /** Events that are due, those of some instances left out, and activities that have not ended. */
  readonly pending: (now: number, leftOut: readonly string[]) => number;
  /** Instances that have not ended, some left out. */
  readonly unfinished: (leftOut: readonly string[]) => number;
  readonly close: () => void;
};

export function openDurableStore(dir: string): DurableStore {
  const db = openDatabase(dir);
  return {
    transaction: (work) => db.transaction(work),
    close: () => db.close(),
    ...instanceTables(db),
    ...inboxTable(db),
    ...activityTable(db),
    unfinished: (leftOut) => {
      const open = "status in ('Pending', 'Running') and id not in (select value from json_each(?))";
      return count(db, `select count(*) n from instance where ${open}`, JSON.stringify(leftOut));
    },
    pending: (now, leftOut) => {
      const due = "select count(*) n from inbox where due <= ? and instanceId not in (select value from json_each(?))";
      return count(db, due, now, JSON.stringify(leftOut)) + count(db, "select count(*) n from activity");
    },
  };
}

const columns = [
  "id",
  "executionId",
  "name",
  "version",
  "status",
  "input",
  "output",
  "customStatus",
  "createdAt",
  "updatedAt",
  "parentId",
  "parentExecutionId",
  "parentTaskId",
] as const satisfies readonly (keyof Instance)[];

// The rows read below have the shape of their tables, which only this module writes.

function instanceTables(db: Database) {
  return {
    instance: (id: string) => db.get("select * from instance where id = ?", id) as Instance | undefined,
    instances: (filter: InstanceFilter) => queryInstances(db, filter),
    putInstance: (instance: Instance) => {
      db.run(
        `insert or replace into instance (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
        ...columns.map((column) => instance[column]),
      );
    },
    deleteInstance: (id: string) => {
      db.run("delete from instance where id = ?", id);
      db.run("delete from history where instanceId = ?", id);
      db.run("delete from inbox where instanceId = ?", id);
    },
    history: (id: string) =>
      db.all("select event from history where instanceId = ? order by position", id).map(toEvent),
    appendHistory: (id: string, from: number, events: readonly HistoryEvent[]) => {
      for (const [index, event] of events.entries()) {
        db.run("insert into history values (?, ?, ?)", id, from + index, JSON.stringify(event));
      }
    },
    clearHistory: (id: string) => {
      db.run("delete from history where instanceId = ?", id);
    },
  };
}

function inboxTable(db: Database) {
  const insert = "insert into inbox (instanceId, executionId, due, event) values (?, ?, ?, ?)";
  return {
    post: (instanceId: string, executionId: string | null, event: HistoryEvent, due = 0) => {
      db.run(insert, instanceId, executionId, due, JSON.stringify(event));
    },
    inbox: (id: string, now: number): InboxMessage[] =>
      db
        .all("select n, executionId, event from inbox where instanceId = ? and due <= ? order by n", id, now)
        .map((row) => ({ ...(row as Pick<InboxMessage, "n" | "executionId">), event: toEvent(row) })),
    hasInbox: (id: string) => db.get("select 1 from inbox where instanceId = ? limit 1", id) !== undefined,
    removeMessages: (messages: readonly { readonly n: number }[]) => {
      for (const { n } of messages) db.run("delete from inbox where n = ?", n);
    },
    dropExecution: (id: string, executionId: string) => {
      db.run("delete from inbox where instanceId = ? and executionId = ?", id, executionId);
    },
    dueInstances: (now: number, limit: number) =>
      db
        .all("select instanceId from inbox where due <= ? group by instanceId order by min(n) limit ?", now, limit)
        .map((row) => String(row["instanceId"])),
    nextDue: (now: number) => {
      const due = db.get("select min(due) due from inbox where due > ?", now)?.["due"];
      return typeof due === "number" ? due : undefined;
    },
  };
}

function activityTable(db: Database) {
  const insert = "insert into activity (instanceId, executionId, taskId, name, input) values (?, ?, ?, ?, ?)";
  return {
    addActivity: (a: Omit<ScheduledActivity, "n">) => {
      db.run(insert, a.instanceId, a.executionId, a.taskId, a.name, a.input);
    },
    removeActivity: (n: number) => db.run("delete from activity where n = ?", n) === 1,
    activities: (limit: number) => db.all("select * from activity order by n limit ?", limit) as ScheduledActivity[],
  };
}

function toEvent(row: Row): HistoryEvent {
  return JSON.parse(String(row["event"])) as HistoryEvent;
}

function count(db: Database, sql: string, ...values: (number | string)[]): number {
  return Number(db.get(sql, ...values)?.["n"] ?? 0);
}
