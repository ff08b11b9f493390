import type { AuditEvent } from "./audit-event.ts";

/**
 * Ids of the objects that a resource may be, or be a part of, in lower case: the id itself, and what stands before each
 * `_` and `:`, because an assignment's id begins with that of its object.
 */
function idsOfResource(resourceId: string): string[] {
  const id = resourceId.toLowerCase();
  const ends = [...id.matchAll(/[_:]/g)].map(({ index }) => index);
  return [id, ...ends.filter((end) => end > 0).map((end) => id.slice(0, end))];
}

/** Ids, in lower case, of every object that an event may have been done to. */
export function objectIdsOf({ resources }: Pick<AuditEvent, "resources">): string[] {
  return [...new Set(resources.flatMap(({ id }) => idsOfResource(id)))];
}

/** Whether an event says that it was done to this object, or to a part of it. */
export function concerns(event: Pick<AuditEvent, "resources">, objectId: string): boolean {
  return objectIdsOf(event).includes(objectId.toLowerCase());
}
