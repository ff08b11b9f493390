import { Fault } from "../../domain/error/fault.ts";
import type { Entry } from "../../domain/snapshot/entry.ts";

/** Names the last object of a page, after which the next begins. */
export function toEntryPage({ type, id }: Pick<Entry, "type" | "id">): string {
  return Buffer.from(JSON.stringify([type, id]), "utf8").toString("base64url");
}

export function parseEntryPage(page: string): Pick<Entry, "type" | "id"> {
  try {
    const [type, id]: unknown[] = JSON.parse(Buffer.from(page, "base64url").toString("utf8"));
    if (typeof type === "string" && typeof id === "string") return { type, id };
  } catch {
    // Not JSON: the same answer as for JSON of another form.
  }
  throw new Fault("invalid_request", "page must be the nextPage of the answer before.", { target: "page" });
}
