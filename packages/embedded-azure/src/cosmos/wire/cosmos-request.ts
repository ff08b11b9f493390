import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { badRequest, tooLarge } from "../rules/cosmos-error.ts";
import { parseJson, type Value } from "../rules/json.ts";

export type CosmosRequest = {
  readonly method: string;
  /** The decoded parts of the path: `dbs`, its id, `colls`, its id, `docs`, its id. */
  readonly segments: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly body: Value;
  /** Of the body as it was sent. */
  readonly bodyBytes: number;
};

/** More than any request that is answered needs: an item or batch of 2 MB, in escaped JSON. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;

/** Reads a request to its end. Throws 413 when the body is too large and 400 when it is no JSON. */
export async function readRequest(incoming: IncomingMessage): Promise<CosmosRequest> {
  const text = await readBody(incoming);
  const path = new URL(incoming.url ?? "/", "http://localhost").pathname;
  return {
    method: incoming.method ?? "GET",
    segments: path.split("/").filter(Boolean).map(decodeSegment),
    headers: incoming.headers,
    body: parseJson(text),
    bodyBytes: Buffer.byteLength(text),
  };
}

function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    incoming.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    // Nobody hears the answer any more; it only must not look like a failure of the server.
    incoming.on("error", () => reject(badRequest("The request was cut off.")));
    incoming.on("end", () => {
      if (bytes > MAX_BODY_BYTES) reject(tooLarge());
      else resolve(Buffer.concat(chunks).toString("utf8"));
    });
  });
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest("The path of the request is not correctly encoded.");
  }
}

/** A header of which one value is expected. */
export function header(request: CosmosRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Whether a header says true; the SDK writes `true` and, for query plans, `True`. */
export function isTrue(request: CosmosRequest, name: string): boolean {
  return header(request, name)?.toLowerCase() === "true";
}
