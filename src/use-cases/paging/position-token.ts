import { invalidPage } from "../../domain/paging/invalid-page.ts";

/** Names where a page ends, after which the next begins, as text that is safe in a URL. */
export function toPositionToken(position: readonly (string | boolean)[]): string {
  return Buffer.from(JSON.stringify(position), "utf8").toString("base64url");
}

/** Reads it again; what is in it is for the caller to check. Fault `invalid_request` where it is none. */
export function parsePositionToken(page: string): readonly unknown[] {
  const position = jsonOf(Buffer.from(page, "base64url").toString("utf8"));
  if (Array.isArray(position)) return position;
  throw invalidPage();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the same answer as for JSON of another form.
    return undefined;
  }
}
