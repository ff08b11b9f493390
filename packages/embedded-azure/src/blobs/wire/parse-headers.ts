import type { Conditions } from "../rules/conditions.ts";
import type { Policy } from "../rules/immutability.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { ContentHeaders } from "../store/blob-version.ts";
import { type Call, header } from "./call.ts";

const metadataPrefix = "x-ms-meta-";

/** Names with the values as sent; a name is a C# identifier, and all of it is at most 8 KB. */
export function parseMetadata(call: Call): Readonly<Record<string, string>> {
  const names = Object.keys(call.headers).filter((name) => name.startsWith(metadataPrefix));
  return Object.fromEntries(names.map((name) => [metadataName(name), header(call, name) ?? ""]));
}

function metadataName(headerName: string): string {
  const name = headerName.slice(metadataPrefix.length);
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw storageErrors.badHeader(headerName);
  return name;
}

/** What readers learn about the bytes. */
export function parseContentHeaders(call: Call): ContentHeaders {
  const values: Record<keyof ContentHeaders, string | undefined> = {
    contentType: header(call, "x-ms-blob-content-type"),
    contentEncoding: header(call, "x-ms-blob-content-encoding"),
    contentLanguage: header(call, "x-ms-blob-content-language"),
    contentDisposition: header(call, "x-ms-blob-content-disposition"),
    cacheControl: header(call, "x-ms-blob-cache-control"),
    contentMd5: header(call, "x-ms-blob-content-md5"),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

export function parseConditions(call: Call): Conditions {
  return {
    ifMatch: header(call, "if-match"),
    ifNoneMatch: header(call, "if-none-match"),
    ifModifiedSinceMs: parseTime(call, "if-modified-since"),
    ifUnmodifiedSinceMs: parseTime(call, "if-unmodified-since"),
  };
}

const untilHeader = "x-ms-immutability-policy-until-date";
const modeHeader = "x-ms-immutability-policy-mode";

/** The retention asked for, or undefined. Without a mode it is unlocked; a time that has passed is refused. */
export function parsePolicy(call: Call, nowMs: number): Policy | undefined {
  const untilMs = parseTime(call, untilHeader);
  if (untilMs === undefined) {
    if (header(call, modeHeader) !== undefined) throw storageErrors.missingHeader(untilHeader);
    return undefined;
  }
  const mode = (header(call, modeHeader) ?? "unlocked").toLowerCase();
  if (mode !== "unlocked" && mode !== "locked") throw storageErrors.badHeader(modeHeader);
  if (untilMs <= nowMs) throw storageErrors.badHeader(untilHeader);
  return { untilMs, mode };
}

function parseTime(call: Call, name: string): number | undefined {
  const text = header(call, name);
  if (text === undefined) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw storageErrors.badHeader(name);
  return ms;
}
