import { z } from "zod";
import { knownValue } from "../unreadable/known-value.ts";

const text = z.string().nullable();

/** Who did it: a person by name of sign-in, an application by its id, or a service of Microsoft's. */
export const eventActorSchema = z.object({
  kind: knownValue(["person", "application", "service"]),
  id: text,
  name: text,
});

/**
 * What Intune's audit says that somebody did, as far as it is kept: never old or new values, addresses or permissions
 * (P6.10, P7.1).
 */
export const auditEventSchema = z.object({
  /** Microsoft's own. */
  id: z.string(),
  at: z.iso.datetime(),
  /** The operation as Microsoft names it, such as Create, Patch, Delete, Action. */
  operation: z.string(),
  /** What was done, in Microsoft's words. */
  activity: z.string(),
  /** Microsoft's word, such as Success. */
  result: z.string(),
  actor: eventActorSchema,
  /** Every object that it says it was done to; an assignment's id begins with that of its object. */
  resources: z.array(z.object({ id: z.string(), type: text, name: text })),
  /** Names of the properties that were changed. */
  properties: z.array(z.string()),
  correlationId: text,
});

export type AuditEvent = z.infer<typeof auditEventSchema>;
export type EventActor = z.infer<typeof eventActorSchema>;
