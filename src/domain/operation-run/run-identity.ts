import { createHash } from "node:crypto";
import type { RunType } from "./run-type.ts";

/** What makes two requests the same work: run type and the set of object types; a label is no part of it. */
export function activeKeyOf(type: RunType, objectTypes: readonly string[]): string {
  const identity = createHash("sha256")
    .update([...new Set(objectTypes)].sort().join("\n"))
    .digest("hex");
  return `${type}:${identity.slice(0, 32)}`;
}

/** Id of the message and of the Durable instance of one attempt. */
export function attemptKey(runId: string, attempt: number): string {
  return `${runId}-${attempt}`;
}
