import { requireReadable } from "../rules/conditions.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { ByteRange } from "../store/content-files.ts";
import { type Call, header } from "../wire/call.ts";
import { parseConditions } from "../wire/parse-headers.ts";
import { readHeaders } from "../wire/version-headers.ts";
import { type Answer, type OperationContext, requireVersion } from "./operation.ts";

/** Get Blob: all of it, or a range. */
export async function getBlob(context: OperationContext, call: Call): Promise<Answer> {
  const version = requireVersion(context, call);
  requireReadable(parseConditions(call), version);
  const range = parseRange(call, version.size);
  const { from, to } = range ?? { from: 0, to: version.size - 1 };
  const md5 = version.headers.contentMd5;
  const content = version.size === 0 ? empty : await context.store.files.read(version.contentId, { from, to });
  // Somebody took the file away: the service has no such state, and no blob comes closest.
  if (!content) throw storageErrors.noBlob();
  return {
    status: range ? 206 : 200,
    headers: {
      ...readHeaders(version),
      "content-length": String(content.size),
      ...(range && { "content-range": `bytes ${from}-${to}/${version.size}` }),
      // With a range the service answers the whole blob's MD5 under another name.
      ...(md5 && { [range ? "x-ms-blob-content-md5" : "content-md5"]: md5 }),
    },
    body: content.body,
  };
}

const empty = { size: 0, body: "" };

/** Get Blob Properties: what Get Blob answers, without the bytes. */
export async function getProperties(context: OperationContext, call: Call): Promise<Answer> {
  const version = requireVersion(context, call);
  requireReadable(parseConditions(call), version);
  const md5 = version.headers.contentMd5;
  return {
    status: 200,
    headers: {
      ...readHeaders(version),
      "content-length": String(version.size),
      ...(md5 && { "content-md5": md5 }),
    },
  };
}

/** The part of a blob of `size` bytes that is asked for, or undefined for the whole. Forms other than `bytes=A-` and `bytes=A-B` are ignored, as the service does. */
function parseRange(call: Call, size: number): ByteRange | undefined {
  const text = header(call, "x-ms-range") ?? header(call, "range");
  const match = /^bytes=(\d+)-(\d*)$/.exec(text ?? "");
  if (!match) return undefined;
  const from = Number(match[1]);
  const last = match[2] ? Number(match[2]) : size - 1;
  if (from >= size || last < from) throw storageErrors.badRange();
  return { from, to: Math.min(last, size - 1) };
}
