import { z } from "zod";
import { type AuditEntry, type AuditEntryView, auditEntrySchema } from "../../domain/audit/audit-entry.ts";
import type { SealableEntry } from "../../domain/audit/digest.ts";
import { toRecorded } from "../../domain/audit/recorded-change.ts";
import type { Standing } from "../../domain/audit/repository.ts";
import { canonicalJson } from "../../domain/json/canonical-json.ts";
import { parseDocument, toDocument } from "./document.ts";

/** A new entry as it is stored: it waits for a digest. Every entry is written so. */
export function toAuditDocument(entry: AuditEntry, tenantId: string) {
  return toDocument("audit", entry.id, tenantId, { ...toRecorded(entry), digest: 0 });
}

/** Creates an entry as an operation of a batch. */
export function auditOperation(entry: AuditEntry, tenantId: string) {
  // JSONObject of the SDK forbids undefined values; our schemas have none.
  return { operationType: "Create", resourceBody: toAuditDocument(entry, tenantId) as never } as const;
}

const parseStored = parseDocument(auditEntrySchema.extend({ digest: z.unknown() }), "audit");

/** An entry as clients see it. */
export function parseAuditView(document: unknown): AuditEntryView {
  const { tenantId: _tenantId, digest, ...entry } = parseStored(document);
  const number = toNumber(digest);
  return { ...entry, digest: number > 0 ? number : null };
}

const rowSchema = z.object({ id: z.string(), at: z.string(), digest: z.unknown() });

/** Where a stored entry says that it is. */
export function toStanding(row: unknown): Standing {
  const { id, at, digest } = rowSchema.parse(row);
  return { id, at, digest: digest === undefined ? null : toNumber(digest) };
}

// Of no digest that there can be.
const nowhere = -1;

function toNumber(digest: unknown): number {
  return z
    .int()
    .min(0)
    .catch(nowhere)
    .parse(digest ?? 0);
}

// What the store adds, and what sealing itself changes.
const unsealedNames: ReadonlySet<string> = new Set(["_rid", "_self", "_etag", "_attachments", "_ts", "digest"]);

/** A stored entry with all that a digest proves of it, whichever version wrote it. */
export function toSealable(document: unknown): SealableEntry {
  const { id, at } = rowSchema.parse(document);
  const proven = Object.entries(Object(document)).filter(([name]) => !unsealedNames.has(name));
  // A name of a person may hold half of a pair of code units, of which there is no canonical text.
  const wellFormed: unknown = JSON.parse(JSON.stringify(Object.fromEntries(proven)), (_name, value: unknown) =>
    typeof value === "string" ? value.toWellFormed() : value,
  );
  return { id, at, text: canonicalJson(wellFormed) };
}
