import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { CannotStart } from "./data-lock.ts";
import { sqliteProblem } from "./start-problem.ts";

// A check reads the whole file. A folder of a developer's machine is far below this, and a benchmark's need not wait.
const checkedBytes = 256 * 1024 * 1024;

/**
 * Opens a database file and runs `setUp` on it. Throws CannotStart, which names the file, when it is in use, damaged or
 * cannot be written.
 */
export function openSqlite(file: string, setUp: string): DatabaseSync {
  const database = openFile(file);
  try {
    database.exec(setUp);
    checkWhole(database, file);
    return database;
  } catch (cause) {
    database.close();
    throw toCannotStart(file, cause);
  }
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file);
  } catch (cause) {
    throw toCannotStart(file, cause);
  }
}

/** SQLite notices damage only when it reads that page: better now than in the middle of some work. */
function checkWhole(database: DatabaseSync, file: string): void {
  if (statSync(file).size > checkedBytes) return;
  const [found] = database.prepare("PRAGMA quick_check(1)").all();
  if (found?.["quick_check"] !== "ok") throw Object.assign(new Error(String(found?.["quick_check"])), { errcode: 11 });
}

function toCannotStart(file: string, cause: unknown): unknown {
  const problem = sqliteProblem(file, cause);
  return problem === undefined ? cause : new CannotStart(problem, { cause });
}
