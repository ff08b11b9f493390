import { requireReadable } from "../rules/conditions.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { Call } from "../wire/call.ts";
import { parseConditions } from "../wire/parse-headers.ts";
import { parseRange } from "../wire/range.ts";
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
