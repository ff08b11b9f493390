import { createHash } from "node:crypto";
import type { RunType } from "./run-type.ts";

/** What makes two requests the same work: run type and the set of object types; a label is no part of it. */
export function activeKeyOf(type: RunType, objectTypes: readonly string[]): string {
  const identity = createHash("sha256")
    .update([...new Set(objectTypes)].sort().join("\n"))
    .digest("hex");
  return `${type}:${identity.slice(0, 32)}`;
}

/** Id of an attempt's message: another one after each wake, because the broker drops a repeated id (runs.md 4). */
export function messageIdOf({ id, attempt, wakes }: { id: string; attempt: number; wakes: number }): string {
  const key = attemptKey(id, attempt);
  return wakes === 0 ? key : `${key}-w${wakes}`;
}

/** Id of the Durable instance of one attempt. */
export function attemptKey(runId: string, attempt: number): string {
  return `${runId}-${attempt}`;
}
