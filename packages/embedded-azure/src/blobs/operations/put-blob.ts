import { requireWritable } from "../rules/conditions.ts";
import { toPolicy } from "../rules/immutability.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { BlobVersion } from "../store/blob-version.ts";
import type { ReceivedContent } from "../store/content-files.ts";
import { type Call, header } from "../wire/call.ts";
import { parseConditions, parseContentHeaders, parseMetadata, parsePolicy } from "../wire/parse-headers.ts";
import { writtenHeaders } from "../wire/version-headers.ts";
import { type Answer, type OperationContext, requireAddress } from "./operation.ts";

/** Put Blob: the whole content in one request. https://learn.microsoft.com/rest/api/storageservices/put-blob */
export async function putBlob(context: OperationContext, call: Call): Promise<Answer> {
  if (header(call, "x-ms-blob-type") !== "BlockBlob") throw storageErrors.badHeader("x-ms-blob-type");
  requireWanted(context, call);
  const received = await context.store.files.receive(call.request);
  return storeOrDiscard(context, received, () => {
    const contentMd5 = header(call, "content-md5") ?? header(call, "x-ms-blob-content-md5");
    if (contentMd5 !== undefined && contentMd5 !== received.md5) throw storageErrors.badMd5();
    const version = commitVersion(context, call, received);
    return { status: 201, headers: { ...writtenHeaders(version), "content-md5": received.md5 } };
  });
}

/** Refuses early what would be refused in the end, before any byte is stored. */
function requireWanted(context: OperationContext, call: Call): void {
  const { container, name } = requireAddress(context, call);
  parseMetadata(call);
  parsePolicy(call, context.nowMs());
  requireWritable(parseConditions(call), context.store.versions.current(container, name));
}

/** The bytes become the current version in one step with the check of the conditions: of many writers exactly one wins. */
function commitVersion(
  context: OperationContext,
  call: Call,
  { contentId, size, md5: contentMd5 }: ReceivedContent,
): BlobVersion {
  const { container, name } = requireAddress(context, call);
  const { store } = context;
  return store.atomically(() => {
    const present = store.versions.current(container, name);
    requireWritable(parseConditions(call), present);
    const { versionId, etag, ms } = store.stamp();
    const asked = parsePolicy(call, context.nowMs()) ?? toPolicy(context.retention, ms);
    const policy = context.ignoresImmutability() ? undefined : asked;
    const version: BlobVersion = {
      container,
      name,
      versionId,
      isCurrent: true,
      etag,
      createdMs: present?.createdMs ?? ms,
      modifiedMs: ms,
      size,
      contentId,
      headers: { contentMd5, ...parseContentHeaders(call) },
      metadata: parseMetadata(call),
      ...(policy && { policy }),
    };
    store.versions.putCurrent(version);
    return version;
  });
}

/** Bytes that no version came to name are deleted again. */
async function storeOrDiscard(
  { store }: OperationContext,
  { contentId }: Pick<ReceivedContent, "contentId">,
  commit: () => Answer,
): Promise<Answer> {
  try {
    return commit();
  } catch (error) {
    await store.files.remove(contentId);
    throw error;
  }
}
