import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { hashOfText } from "../../src/domain/hash/hash-of-text.ts";
import { toJsonText } from "../../src/domain/json/exact-json.ts";
import { matchesEtag } from "./matches-etag.ts";
import type { Answer, Trace } from "./route.ts";

/** An answer of the API as HTTP: JSON, security headers, and ETag with 304 on reads. */
export function toResponse(
  answer: Answer,
  request: HttpRequest,
  trace: Trace,
): HttpResponseInit & { readonly status: number } {
  const body = toText(answer);
  const headers = {
    "content-type": "application/json",
    ...fixedHeaders,
    "x-correlation-id": trace.correlationId,
    ...answer.headers,
  };
  if (request.method !== "GET" || answer.status !== 200) return { status: answer.status, headers, body };
  const etag = answer.headers?.["etag"] ?? tagOfText(body);
  if (matchesEtag(request.headers.get("if-none-match"), etag)) return { status: 304, headers: { ...headers, etag } };
  return { status: 200, headers: { ...headers, etag }, body };
}

/** The ETag of a read that answers this body. */
export function tagOf(body: object): string {
  return tagOfText(toJsonText(body));
}

function tagOfText(text: string): string {
  return `"${hashOfText(text).slice(0, 32)}"`;
}

function toText({ body }: Answer): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : toJsonText(body);
}

// Answers are one caller's own: no cache may keep them for another.
const fixedHeaders = {
  "cache-control": "private, no-cache",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};
