import { z } from "zod";

/** What every document of `tenantData` carries beside its own content. Readers accept the version before. */
export type Kind =
  | "tenant"
  | "membership"
  | "setting"
  | "run"
  | "join"
  | "part"
  | "lease"
  | "link"
  | "selection"
  | "notification"
  | "audit"
  | "idempotency"
  | "schedule"
  | "slot"
  | "timer"
  | "deadLetter";

const schemaVersion = 1;

/**
 * A document as stored. The two unique keys must be set on every document, to its own id when it has nothing to say:
 * a missing value counts as null, and only one document of a partition may have that (azure-facts 2).
 */
export function toDocument<T extends object>(kind: Kind, id: string, tenantId: string, content: T) {
  return { activeKey: id, writeKey: id, ...content, id, tenantId, kind, schemaVersion };
}

const headSchema = z.looseObject({ schemaVersion: z.literal(schemaVersion) });

/** Reads a document of a known schema; one written by a newer version is refused, not guessed. */
export function parseDocument<T>(schema: z.ZodType<T>): (document: unknown) => T {
  return (document) => schema.parse(headSchema.parse(document));
}
