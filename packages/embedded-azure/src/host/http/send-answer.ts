import type { ServerResponse } from "node:http";
import { fromTypedData, type TypedData } from "../typed-data.ts";

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
  if (http.cookies?.length) throw new Error("The local host sets no cookies: nothing of this product asks for one.");
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
