import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sqliteProblem } from "./start-problem.ts";

/** Something that a person started wrongly; its message is one sentence and needs no stack trace. */
export class CannotStart extends Error {}

/**
 * Holds a data folder for one stack. SQLite's exclusive lock is the operating system's own: it ends with the process,
 * also after kill -9, so a stale lock cannot keep anybody out. Who holds it may have `patienceMs` to end; this process
 * stands still meanwhile.
 */
export function lockDataFolder(dir: string, patienceMs = 0): Disposable {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, "stack.lock");
  const lock = openLock(file, patienceMs);
  try {
    lock.exec(
      "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (at INTEGER); COMMIT;",
    );
  } catch (cause) {
    lock.close();
    const taken = `Another TenantPilot already runs on the data folder ${dir}.`;
    throw new CannotStart(isTaken(cause) ? taken : (sqliteProblem(file, cause) ?? taken), { cause });
  }
  return { [Symbol.dispose]: () => lock.close() };
}

function openLock(file: string, patienceMs: number): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: patienceMs });
  } catch (cause) {
    throw new CannotStart(sqliteProblem(file, cause) ?? `${file} cannot be opened.`, { cause });
  }
}

const busy = 5;

function isTaken(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === busy;
}
