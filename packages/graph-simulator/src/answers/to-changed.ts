import type { Collection } from "../collection.ts";
import type { Entity } from "../entity.ts";
import { hasProperty } from "../types/check-properties.ts";

/** An object after a write: its time of change is now, and its version, when it has one, is the next. */
export function toChanged(collection: Collection, entity: Entity, nowMs: number): Entity {
  const version = entity["version"];
  const isTold = collection.serviceGroup === "managedApplications" && typeof version === "string";
  return {
    ...entity,
    ...timeOfChange(collection, nowMs),
    ...(typeof version === "number" && { version: version + 1 }),
    // App protection has a text in quotes that says only whether something changed.
    ...(isTold && { version: newVersionText() }),
  };
}

/** Under the name that the type has for it; some types have none. */
export function timeOfChange({ entityType, modifiedProperty }: Collection, nowMs: number): Entity {
  if (!modifiedProperty || !hasProperty(entityType, {}, modifiedProperty)) return {};
  return { [modifiedProperty]: new Date(nowMs).toISOString() };
}

export function newVersionText(): string {
  return `"${crypto.randomUUID()}"`;
}
