import { invalidPage } from "../../domain/paging/invalid-page.ts";

// Cosmos' continuation token is JSON; callers get it as text that is safe in a URL.
export function toPageToken(continuation: string | undefined): string | null {
  return continuation ? Buffer.from(continuation, "utf8").toString("base64url") : null;
}

export function parsePageToken(page: string | null): string | undefined {
  if (page === null) return undefined;
  const text = Buffer.from(page, "base64url").toString("utf8");
  if (text === "" || Buffer.from(text, "utf8").toString("base64url") !== page) throw invalidPage();
  return text;
}
