import { createHash } from "node:crypto";

/** What makes two requests the same work: run type and what its declaration names, in any order; a label is no part of it. */
export function activeKeyOf(type: string, identity: readonly string[]): string {
  const hash = createHash("sha256")
    .update([...new Set(identity)].sort().join("\n"))
    .digest("hex");
  return `${type}:${hash.slice(0, 32)}`;
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
