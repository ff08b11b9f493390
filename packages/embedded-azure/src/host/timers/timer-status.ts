import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What is kept of a timer between runs of the host; times in milliseconds since 1970. */
export type TimerStatus = { readonly schedule: string; readonly last: number | null; readonly next: number };

export type TimerStatusStore = {
  readonly read: (name: string) => TimerStatus | undefined;
  /** Replaces the record in one step: kill -9 leaves the old or the new one. */
  readonly write: (name: string, status: TimerStatus) => void;
};

export function makeTimerStatusStore(dir: string): TimerStatusStore {
  mkdirSync(dir, { recursive: true });
  const fileOf = (name: string) => join(dir, `${encodeURIComponent(name)}.json`);
  return {
    read(name) {
      try {
        // Only `write` below makes these files.
        return JSON.parse(readFileSync(fileOf(name), "utf8")) as TimerStatus;
      } catch {
        return undefined;
      }
    },
    write(name, status) {
      writeFileSync(`${fileOf(name)}.new`, JSON.stringify(status));
      renameSync(`${fileOf(name)}.new`, fileOf(name));
    },
  };
}
