import { randomUUID } from "node:crypto";
import type { Collection } from "../collection.ts";
import { type Entity, itemsOf } from "../entity.ts";
import { writeJson } from "../exact-json.ts";

/** Who does something, as Microsoft's auditActor says it; what is left out is null. */
export type AuditActor = {
  readonly auditActorType: string;
  readonly userId?: string;
  readonly userPrincipalName?: string;
  readonly applicationId?: string;
  readonly applicationDisplayName?: string;
};

/** Whoever uses the control and does not say who. */
export const anAdministrator: AuditActor = {
  auditActorType: "ItPro",
  userId: "5f1c2a52-0d3e-4f0b-9c4a-7a6d1b2e3f40",
  userPrincipalName: "administrator@example.com",
};

/** One change of an object: without `before` it was made, without `after` it is gone. */
export type AuditedChange = {
  readonly collection: Collection;
  readonly before?: Entity | undefined;
  readonly after?: Entity | undefined;
  readonly actor: AuditActor;
  readonly correlationId?: string | undefined;
  readonly nowMs: number;
};

/** Where events stand. */
export const auditEventsPath = "/deviceManagement/auditEvents";

/** Whether Intune's audit tells of objects of a collection: those of the directory and of conditional access are in Entra's. */
export function isAudited({ path }: Pick<Collection, "path">): boolean {
  return path.startsWith("/device") && path !== auditEventsPath;
}

const unknownActor = {
  type: null,
  userPermissions: ["*"],
  applicationId: null,
  applicationDisplayName: null,
  userPrincipalName: null,
  servicePrincipalName: null,
  ipAddress: "192.0.2.1",
  userId: null,
};

/**
 * The event that Intune writes for a change: the object, and each assignment whose set changed. A change of assignments
 * alone is an action. https://learn.microsoft.com/graph/api/resources/intune-auditing-auditevent
 */
export function toAuditEvent(change: AuditedChange): Entity & { readonly id: string } {
  const { collection, before, after, actor, correlationId, nowMs } = change;
  const properties = changedProperties(before, after);
  const isAssigning = properties.length > 0 && properties.every(({ displayName }) => assigning.has(displayName));
  const operation = operationOf(before, after, isAssigning);
  const activity = `${operation === "Action" ? "assign" : operation} ${nameOf(collection)}`;
  return {
    id: randomUUID(),
    displayName: activity,
    componentName: nameOf(collection),
    activity: null,
    activityDateTime: new Date(nowMs).toISOString(),
    activityType: activity,
    activityOperationType: operation,
    activityResult: "Success",
    correlationId: correlationId ?? randomUUID(),
    category: nameOf(collection),
    actor: { ...unknownActor, ...actor },
    resources: toResources(change, properties),
  };
}

// Intune moves the others with the assignments by itself.
const assigning: ReadonlySet<string> = new Set(["assignments", "isAssigned", "lastModifiedDateTime", "version"]);

function operationOf(before: Entity | undefined, after: Entity | undefined, isAssigning: boolean): string {
  if (!before) return "Create";
  if (!after) return "Delete";
  return isAssigning ? "Action" : "Patch";
}

function changedProperties(before: Entity = {}, after: Entity = {}) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => writeJson(before[name]) !== writeJson(after[name]))
    .map((name) => ({ displayName: name, oldValue: toText(before[name]), newValue: toText(after[name]) }));
}

function toResources(
  { collection, before, after }: AuditedChange,
  modifiedProperties: ReturnType<typeof changedProperties>,
): Entity[] {
  const whole = after ?? before ?? {};
  const type = nameOf(collection);
  const named = whole["displayName"] ?? whole["name"] ?? null;
  const object = { displayName: named, type, auditResourceType: type, resourceId: whole["id"], modifiedProperties };
  const [had, has] = [idsOfAssignments(before), idsOfAssignments(after)];
  const moved = [...had, ...has].filter((id) => had.includes(id) !== has.includes(id));
  const assignments = moved.map((id) => {
    const kind = `${type}Assignment`;
    return { displayName: null, type: kind, auditResourceType: kind, resourceId: id, modifiedProperties: [] };
  });
  return [object, ...assignments];
}

function idsOfAssignments(entity: Entity = {}): string[] {
  return itemsOf(entity, "assignments").map(({ id }) => String(id));
}

function nameOf({ entityType }: Collection): string {
  return entityType.charAt(0).toUpperCase() + entityType.slice(1);
}

function toText(value: unknown): string | null {
  return value === undefined || value === null ? null : writeJson(value);
}
