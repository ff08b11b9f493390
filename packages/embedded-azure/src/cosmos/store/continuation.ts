import { createHash } from "node:crypto";
import { badRequest, notSupported } from "../rules/cosmos-error.ts";

/** Where the next page of a query starts: after the item with these sort keys, partition key and id. */
export type Position = {
  readonly after: readonly (string | number)[];
  /** How many items TOP still allows; null without such a limit. */
  readonly remaining: number | null;
};

/** In characters: Node refuses answers whose headers together are longer than 16 KB. */
const LONGEST = 8 * 1024;

/** A short name for a query with its parameters and partition: a continuation continues only the query that gave it. */
export function nameOfQuery(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 12);
}

/** The continuation as the client gets it; opaque to it. Throws 400 when a header cannot hold it. */
export function toContinuation(query: string, position: Position): string {
  const text = Buffer.from(JSON.stringify({ query, ...position })).toString("base64url");
  if (text.length > LONGEST) throw notSupported("A page that ends at a sort value too long for a header");
  return text;
}

/** Throws 400 for a continuation that is malformed or belongs to another query. */
export function parseContinuation(text: string, query: string): Position {
  try {
    // Checked property by property below.
    const parsed = JSON.parse(Buffer.from(text, "base64url").toString()) as Partial<Position> & { query?: unknown };
    const { after, remaining } = parsed;
    if (parsed.query !== query || !Array.isArray(after)) throw badRequest("");
    return { after, remaining: typeof remaining === "number" ? remaining : null };
  } catch {
    throw badRequest("Invalid Continuation Token.");
  }
}
