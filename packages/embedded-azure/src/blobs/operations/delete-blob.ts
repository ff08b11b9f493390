import { requireWritable } from "../rules/conditions.ts";
import { requireAlterable } from "../rules/immutability.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { Call } from "../wire/call.ts";
import { parseConditions } from "../wire/parse-headers.ts";
import { type Answer, type OperationContext, requireVersion } from "./operation.ts";

/**
 * Delete Blob. Without a version id the current version becomes a previous one and keeps its bytes, which is allowed under any
 * policy; with one, that version is gone for good, unless it is the current one or protected.
 */
export async function deleteBlob(context: OperationContext, call: Call): Promise<Answer> {
  const { store } = context;
  const version = requireVersion(context, call);
  requireWritable(parseConditions(call), version);
  if (!call.query.has("versionid")) {
    store.versions.demote(version.container, version.name);
    return { status: 202 };
  }
  if (version.isCurrent) throw storageErrors.rootBlob();
  requireAlterable(version, context.nowMs());
  store.versions.remove(version);
  if (!store.versions.isContentUsed(version.contentId)) await store.files.remove(version.contentId);
  return { status: 202 };
}
