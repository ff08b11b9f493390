import type { HttpRequest } from "@azure/functions";
import type { z } from "zod";
import { Fault } from "../../src/domain/error/fault.ts";
import { findRepeatedKey } from "../../src/domain/json/find-repeated-key.ts";
import { InvalidRequest } from "./invalid-request.ts";
import { parseFields } from "./parse-request.ts";

// Bodies of this API are a few options; more than this is a mistake where the route does not say better. In bytes.
export const maxBodyBytes = 65_536;

/** The body, JSON in UTF-8 and of so many bytes at the most; none at all counts as an empty object. */
export async function parseBody<B extends z.ZodObject>(
  schema: B,
  request: HttpRequest,
  mostBytes: number = maxBodyBytes,
): Promise<z.infer<B>> {
  if (request.method === "GET") return parseFields(schema, {});
  const text = toText(await readBytes(request, mostBytes));
  if (text.trim() === "") return parseFields(schema, {});
  if (!isJson(request.headers.get("content-type") ?? "")) {
    throw new Fault("unsupported_media_type", "Send the body as application/json, in UTF-8.");
  }
  return parseFields(schema, parseJson(text));
}

/** Stops reading at the limit. */
async function readBytes({ body }: HttpRequest, mostBytes: number): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) throw new Fault("body_too_large", `The body may have ${mostBytes} bytes.`);
    chunks.push(chunk);
  }
  return chunks;
}

function toText(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
  } catch {
    throw new InvalidRequest([{ field: "", problem: "the body is not UTF-8" }]);
  }
}

/** RFC 8259 8.1: JSON is UTF-8, and has no parameter to say so; many send one that agrees. */
function isJson(contentType: string): boolean {
  const [mediaType = "", ...parameters] = contentType.toLowerCase().split(";");
  const charset = parameters.find((each) => each.trim().startsWith("charset"));
  return mediaType.trim() === "application/json" && (charset === undefined || /=\s*"?utf-8"?\s*$/.test(charset));
}

function parseJson(text: string): unknown {
  const value = toValue(text);
  const repeated = findRepeatedKey(text);
  if (repeated !== undefined) throw new InvalidRequest([{ field: repeated, problem: "may be given once only" }]);
  return value;
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidRequest([{ field: "", problem: "the body is not valid JSON" }]);
  }
}
