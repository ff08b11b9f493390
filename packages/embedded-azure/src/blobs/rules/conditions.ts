import { storageErrors } from "./storage-error.ts";

/** The conditional headers of a request; times in milliseconds. */
export type Conditions = {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly ifModifiedSinceMs?: number | undefined;
  readonly ifUnmodifiedSinceMs?: number | undefined;
};

type ExistingBlob = { readonly etag: string; readonly modifiedMs: number };

/** A write: only when the blob is as the caller knows it, or, with `If-None-Match: *`, only when there is none. */
export function requireWritable(conditions: Conditions, present: ExistingBlob | undefined): void {
  if (conditions.ifNoneMatch === "*" && present) throw storageErrors.blobExists();
  if (conditions.ifMatch !== undefined && !present) throw storageErrors.conditionNotMet();
  if (!present) return;
  requireSame(conditions, present);
  if (conditions.ifNoneMatch !== undefined && isSameTag(conditions.ifNoneMatch, present)) {
    throw storageErrors.conditionNotMet();
  }
  if (isUnmodified(conditions, present)) throw storageErrors.conditionNotMet();
}

/** A read: 412 when it is not what the caller wants, 304 when it is what the caller has. */
export function requireReadable(conditions: Conditions, present: ExistingBlob): void {
  requireSame(conditions, present);
  const has = conditions.ifNoneMatch !== undefined && isSameTag(conditions.ifNoneMatch, present);
  if (has || isUnmodified(conditions, present)) throw storageErrors.notModified();
}

function requireSame(conditions: Conditions, present: ExistingBlob): void {
  if (conditions.ifMatch !== undefined && !isSameTag(conditions.ifMatch, present))
    throw storageErrors.conditionNotMet();
  const { ifUnmodifiedSinceMs } = conditions;
  if (ifUnmodifiedSinceMs !== undefined && toSecond(present.modifiedMs) > ifUnmodifiedSinceMs) {
    throw storageErrors.conditionNotMet();
  }
}

function isUnmodified({ ifModifiedSinceMs }: Conditions, present: ExistingBlob): boolean {
  return ifModifiedSinceMs !== undefined && toSecond(present.modifiedMs) <= ifModifiedSinceMs;
}

function isSameTag(tag: string, present: ExistingBlob): boolean {
  return tag === "*" || tag === present.etag;
}

/** HTTP dates have no milliseconds: a caller compares with what it received. */
function toSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
