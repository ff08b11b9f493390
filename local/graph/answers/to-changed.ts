import type { Collection } from "../collection.ts";
import type { Entity } from "../entity.ts";

/** An object after a write: its time of change is now, and its version, when it has one, is the next. */
export function toChanged({ modifiedProperty }: Collection, entity: Entity, nowMs: number): Entity {
  const version = entity["version"];
  return {
    ...entity,
    ...(modifiedProperty && { [modifiedProperty]: new Date(nowMs).toISOString() }),
    ...(typeof version === "number" && { version: version + 1 }),
    // App protection has a text in quotes that says only whether something changed.
    ...(typeof version === "string" && { version: `"${crypto.randomUUID()}"` }),
  };
}
