import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Something that a person started wrongly; its message is one sentence and needs no stack trace. */
export class CannotStart extends Error {}

/**
 * Holds a data folder for one stack. SQLite's exclusive lock is the operating system's own: it ends with the process,
 * also after kill -9, so a stale lock cannot keep anybody out. Who holds it may have `patienceMs` to end; this process
 * stands still meanwhile.
 */
export function lockDataFolder(dir: string, patienceMs = 0): Disposable {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(dir, "stack.lock"), { timeout: patienceMs });
  try {
    lock.exec(
      "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (at INTEGER); COMMIT;",
    );
  } catch (cause) {
    lock.close();
    throw new CannotStart(`Another TenantPilot already runs on the data folder ${dir}.`, { cause });
  }
  return { [Symbol.dispose]: () => lock.close() };
}
