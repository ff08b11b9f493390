import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import type { ReportUnreadable, Unreadable } from "../../domain/unreadable/unreadable.ts";

/** What every document of `tenantData` carries beside its own content. Readers accept the version before. */
export type DocumentKind =
  | "tenant"
  | "membership"
  | "setting"
  | "consent"
  | "run"
  | "join"
  | "part"
  | "lease"
  | "link"
  | "selection"
  | "readiness"
  | "definitions"
  | "listing"
  | "ignore"
  | "notification"
  | "audit"
  | "auditHead"
  | "idempotency"
  | "schedule"
  | "slot"
  | "timer"
  | "deadLetter";

const schemaVersion = 1;

/**
 * A document as stored. The two unique keys must be set on every document, to its own id when it has nothing to say:
 * a missing value counts as null, and only one document of a partition may have that (azure-services.md 2).
 */
export function toDocument<T extends object>(kind: DocumentKind, id: string, tenantId: string, content: T) {
  return { activeKey: id, writeKey: id, ...content, id, tenantId, kind, schemaVersion };
}

const headSchema = z.looseObject({ schemaVersion: z.literal(schemaVersion) });

/**
 * Reads a document of a known schema; one written by a newer version is refused, not guessed. Fault
 * `unreadable_document`. `usualKind` names documents that do not say theirs.
 */
export function parseDocument<T>(schema: z.ZodType<T>, usualKind = "document"): (document: unknown) => T {
  return (document) => {
    const head = headSchema.safeParse(document);
    const parsed = head.success ? schema.safeParse(head.data) : head;
    if (parsed.success) return parsed.data;
    const unreadable = toUnreadable(document, parsed.error, usualKind);
    const { kind, id, tenantId, at } = unreadable;
    const message = `The stored ${kind} ${id} of tenant ${tenantId} cannot be read by this version (at ${at}).`;
    // The report of the schema stays out: it may quote what is stored.
    throw new Fault("unreadable_document", message, { target: id, cause: new UnreadableDocument(unreadable) });
  };
}

class UnreadableDocument extends Error {
  readonly unreadable: Unreadable;

  constructor(unreadable: Unreadable) {
    super("A stored document is not of its schema.");
    this.unreadable = unreadable;
  }
}

/** A parser for lists: what cannot be read is reported and left out, so that it stops nothing but itself. */
export function readable<T>(
  parse: (document: unknown) => T,
  reportUnreadable: ReportUnreadable,
): (document: unknown) => T | undefined {
  return (document) => {
    try {
      return parse(document);
    } catch (error) {
      const cause = error instanceof Fault ? error.cause : undefined;
      if (!(cause instanceof UnreadableDocument)) throw error;
      reportUnreadable(cause.unreadable);
      return undefined;
    }
  };
}

const unknown = "unknown";
const namedSchema = z
  .object({ tenantId: z.string().catch(unknown), id: z.string().catch(unknown), kind: z.string().optional() })
  .catch({ tenantId: unknown, id: unknown });

function toUnreadable(document: unknown, { issues }: z.ZodError, usualKind: string): Unreadable {
  const { tenantId, id, kind = usualKind } = namedSchema.parse(document);
  return { tenantId, kind, id, at: issues[0]?.path.join(".") ?? "" };
}
