import { z } from "zod";
import { isoTime } from "../clock/clock.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { AuditEvent, EventActor } from "./audit-event.ts";

const mostText = 500;
const mostItems = 200;

const text = z
  .string()
  .transform((value) => value.trim().slice(0, mostText))
  .nullish()
  .catch(null);

// https://learn.microsoft.com/graph/api/resources/intune-auditing-auditactor; the rest of it is not read.
const actorSchema = z
  .object({
    auditActorType: text,
    userId: text,
    userPrincipalName: text,
    applicationId: text,
    applicationDisplayName: text,
    servicePrincipalName: text,
  })
  .partial();

// https://learn.microsoft.com/graph/api/resources/intune-auditing-auditresource
const resourceSchema = z.object({
  resourceId: text,
  type: text,
  auditResourceType: text,
  displayName: text,
  modifiedProperties: z.array(z.object({ displayName: text })).nullish(),
});

// https://learn.microsoft.com/graph/api/resources/intune-auditing-auditevent
const eventSchema = z.object({
  id: z.string().min(1).max(mostText),
  activityDateTime: z.iso.datetime({ offset: true }),
  activity: text,
  activityType: text,
  activityOperationType: text,
  activityResult: text,
  displayName: text,
  actor: actorSchema.nullish(),
  resources: z.array(resourceSchema).nullish(),
  correlationId: text,
});

/** What Graph says of one event, as it is kept; undefined for what has no id or no time, or is no event at all. */
export function parseAuditEvent(item: JsonObject): AuditEvent | undefined {
  const { data } = eventSchema.safeParse(item);
  if (!data) return undefined;
  const resources = data.resources ?? [];
  const changed = resources.flatMap(({ modifiedProperties }) => modifiedProperties ?? []);
  const names = changed.flatMap(({ displayName }) => known(displayName) ?? []);
  return {
    id: data.id,
    at: isoTime(Date.parse(data.activityDateTime)),
    operation: data.activityOperationType ?? "",
    activity: known(data.activityType) ?? known(data.displayName) ?? known(data.activity) ?? "",
    result: data.activityResult ?? "",
    actor: toActor(data.actor ?? {}),
    resources: resources.slice(0, mostItems).flatMap(toResource),
    properties: [...new Set(names)].slice(0, mostItems),
    correlationId: known(data.correlationId),
  };
}

function toResource({ resourceId, type, auditResourceType, displayName }: z.infer<typeof resourceSchema>) {
  const id = known(resourceId);
  return id === null ? [] : [{ id, type: known(type) ?? known(auditResourceType), name: known(displayName) }];
}

/** A person works through an application too, so a name of sign-in says more than an application's id. */
function toActor(actor: z.infer<typeof actorSchema>): EventActor {
  const person = known(actor.userPrincipalName);
  const isPerson = person !== null || actor.auditActorType?.toLowerCase() === "itpro";
  if (isPerson) return { kind: "person", id: known(actor.userId), name: person };
  const application = known(actor.applicationId);
  const name = known(actor.applicationDisplayName) ?? known(actor.servicePrincipalName);
  if (application !== null) return { kind: "application", id: application, name };
  return { kind: "service", id: null, name };
}

/** Microsoft says "nothing" in three ways. */
function known(value: string | null | undefined): string | null {
  const isNothing = value === undefined || value === null || value === "" || value === nobody;
  return isNothing ? null : value;
}

const nobody = "00000000-0000-0000-0000-000000000000";
