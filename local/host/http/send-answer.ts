import type { ServerResponse } from "node:http";
import { fromTypedData, type HttpCookie, type TypedData } from "../typed-data.ts";

// Node's own server decides these for the connection (RFC 9110 section 7.6.1).
const connectionHeaders = new Set(["connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"]);

/** Writes what the function returned; nothing is 204 (https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-output). */
export function sendAnswer(response: ServerResponse, returnValue: TypedData | null | undefined): void {
  const http = returnValue?.http;
  if (!http) {
    response.writeHead(204).end();
    return;
  }
  response.statusCode = Number(http.statusCode ?? 200);
  for (const [name, value] of Object.entries(http.headers ?? {})) {
    if (!connectionHeaders.has(name.toLowerCase())) response.setHeader(name, value);
  }
  if (http.cookies?.length) response.setHeader("set-cookie", http.cookies.map(toSetCookie));
  const body = fromTypedData(http.body);
  response.end(body instanceof Uint8Array || typeof body === "string" ? body : undefined);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers?: Record<string, string>,
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}

/** Attribute names are lower case and the path is `/` unless given: the host's form. */
function toSetCookie(cookie: HttpCookie): string {
  const parts = [`${cookie.name}=${encodeURIComponent(cookie.value)}`];
  const expires = cookie.expires?.value;
  const maxAge = cookie.maxAge?.value ?? undefined;
  if (expires) parts.push(`expires=${new Date(expires.seconds * 1000).toUTCString()}`);
  if (maxAge !== undefined) parts.push(`max-age=${maxAge}`);
  if (cookie.domain?.value) parts.push(`domain=${cookie.domain.value}`);
  parts.push(`path=${cookie.path?.value ?? "/"}`);
  if (cookie.secure?.value) parts.push("secure");
  if (cookie.sameSite && cookie.sameSite !== "none") parts.push(`samesite=${sameSite(cookie.sameSite)}`);
  if (cookie.httpOnly?.value) parts.push("httponly");
  return parts.join("; ");
}

function sameSite(value: string): string {
  return value === "explicitNone" ? "none" : value;
}
