import { requireWritable } from "../rules/conditions.ts";
import { requireAlterable, requireChange, requireRemovable, toPolicy } from "../rules/immutability.ts";
import { storageErrors } from "../rules/storage-error.ts";
import type { BlobVersion } from "../store/blob-version.ts";
import type { Call } from "../wire/call.ts";
import { parseConditions, parseContentHeaders, parseMetadata, parsePolicy } from "../wire/parse-headers.ts";
import { policyHeaders, writtenHeaders } from "../wire/version-headers.ts";
import { type Answer, type OperationContext, requireVersion } from "./operation.ts";

/** Set Blob Metadata makes a new version with the same bytes, so a protected version is not touched by it. */
export async function setMetadata(context: OperationContext, call: Call): Promise<Answer> {
  const present = requireVersion(context, call);
  requireWritable(parseConditions(call), present);
  const { policy: _, ...unprotected } = present;
  const { versionId, etag, ms } = context.store.stamp();
  const policy = context.ignoresImmutability() ? undefined : toPolicy(context.retention, ms);
  const own = { ...unprotected, ...(policy && { policy }) };
  const version: BlobVersion = { ...own, versionId, etag, modifiedMs: ms, metadata: parseMetadata(call) };
  context.store.atomically(() => context.store.versions.putCurrent(version));
  return { status: 200, headers: writtenHeaders(version) };
}

/** Set Blob Properties alters the version in place, which a policy forbids. A header that is not given is cleared. */
export async function setProperties(context: OperationContext, call: Call): Promise<Answer> {
  const present = requireVersion(context, call);
  requireWritable(parseConditions(call), present);
  requireAlterable(present, context.nowMs());
  const { etag, ms } = context.store.stamp();
  const version: BlobVersion = { ...present, etag, modifiedMs: ms, headers: parseContentHeaders(call) };
  context.store.versions.update(version);
  return { status: 200, headers: writtenHeaders(version) };
}

/** Set Blob Immutability Policy: protects a version, or changes its protection. The etag stays. */
export async function setPolicy(context: OperationContext, call: Call): Promise<Answer> {
  const present = requireVersion(context, call);
  const policy = parsePolicy(call, context.nowMs());
  if (!policy) throw storageErrors.missingHeader("x-ms-immutability-policy-until-date");
  if (!context.ignoresImmutability()) {
    requireUnmodified(call, present);
    requireChange(present.policy, policy);
    context.store.versions.update({ ...present, policy });
  }
  return { status: 200, headers: policyHeaders(policy) };
}

/** The only condition that a change of the policy takes. */
function requireUnmodified(call: Call, present: BlobVersion): void {
  const { ifUnmodifiedSinceMs } = parseConditions(call);
  requireWritable({ ifUnmodifiedSinceMs }, present);
}

/** Delete Blob Immutability Policy: an unlocked one only. */
export async function deletePolicy(context: OperationContext, call: Call): Promise<Answer> {
  const { policy, ...unprotected } = requireVersion(context, call);
  requireRemovable(policy);
  context.store.versions.update(unprotected);
  return { status: 200 };
}
