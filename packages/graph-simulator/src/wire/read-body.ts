import type { IncomingMessage } from "node:http";
import { readJson } from "../exact-json.ts";
import { badRequest, GraphError } from "../graph-error.ts";

/** Of a request; Graph's own limit for most resources is 4 MB. */
const maxBytes = 4 * 1024 * 1024;

/** The JSON of a request, undefined when it has no body. */
export async function readBody(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    // Without a set encoding a request gives buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.byteLength;
    if (bytes > maxBytes) throw new GraphError(413, "RequestEntityTooLarge", "The request body is too large.");
    chunks.push(buffer);
  }
  if (bytes === 0) return undefined;
  try {
    return readJson(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw badRequest("Unable to read JSON request payload. Please ensure the JSON is valid.");
  }
}
