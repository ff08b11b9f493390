import { canonicalJson } from "../json/canonical-json.ts";
import type { AuditEntry } from "./audit-entry.ts";

type Fields = NonNullable<AuditEntry["before"]>;

/** What no entry keeps, by the names of fields in lower case: secrets, and what objects of a tenant hold. */
const maskedNames: ReadonlySet<string> = new Set([
  "password",
  "secret",
  "clientsecret",
  "secrettext",
  "token",
  "accesstoken",
  "refreshtoken",
  "idtoken",
  "assertion",
  "authorization",
  "consentstate",
  "key",
  "certificate",
  "payload",
  "settings",
  "omasettings",
  "scriptcontent",
  "detectionscriptcontent",
  "remediationscriptcontent",
]);

const masked = "masked";

/**
 * An entry as it is kept: of what was changed the changed fields alone, and nothing that only its owner may know. What
 * came to be or went away has all of its fields.
 */
export function toRecorded({ before, after, ...entry }: AuditEntry): AuditEntry {
  const isChanged = (name: string): boolean =>
    before === null || after === null || textOf(before[name]) !== textOf(after[name]);
  return { ...entry, before: before && kept(before, isChanged), after: after && kept(after, isChanged) };
}

function kept(fields: Fields, isKept: (name: string) => boolean): Fields {
  const entries = Object.entries(fields).filter(([name]) => isKept(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, maskedValue(name, value)]));
}

/** A field that is not there differs from every value. */
function textOf(value: unknown): string {
  return canonicalJson({ value });
}

function maskedValue(name: string, value: unknown): unknown {
  if (maskedNames.has(name.toLowerCase())) return masked;
  if (Array.isArray(value)) return value.map((each) => maskedValue("", each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, maskedValue(inner, each)]));
}
