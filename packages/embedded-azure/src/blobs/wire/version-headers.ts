import type { BlobVersion } from "../store/blob-version.ts";

type Headers = Record<string, string>;

/** What every write answers about the version that it made or changed. */
export function writtenHeaders(version: BlobVersion): Headers {
  return {
    etag: version.etag,
    "last-modified": new Date(version.modifiedMs).toUTCString(),
    "x-ms-version-id": version.versionId,
    "x-ms-request-server-encrypted": "true",
  };
}

/** What a reader learns about a version, beside length, range and MD5, which depend on what it reads. */
export function readHeaders(version: BlobVersion): Headers {
  const { headers, policy } = version;
  return {
    etag: version.etag,
    "last-modified": new Date(version.modifiedMs).toUTCString(),
    "content-type": headers.contentType ?? "application/octet-stream",
    ...(headers.contentEncoding && { "content-encoding": headers.contentEncoding }),
    ...(headers.contentLanguage && { "content-language": headers.contentLanguage }),
    ...(headers.contentDisposition && { "content-disposition": headers.contentDisposition }),
    ...(headers.cacheControl && { "cache-control": headers.cacheControl }),
    "accept-ranges": "bytes",
    "x-ms-blob-type": "BlockBlob",
    "x-ms-creation-time": new Date(version.createdMs).toUTCString(),
    "x-ms-version-id": version.versionId,
    ...(version.isCurrent && { "x-ms-is-current-version": "true" }),
    "x-ms-lease-status": "unlocked",
    "x-ms-lease-state": "available",
    "x-ms-server-encrypted": "true",
    ...(policy && policyHeaders(policy)),
    ...metadataHeaders(version.metadata),
  };
}

export function policyHeaders(policy: NonNullable<BlobVersion["policy"]>): Headers {
  return {
    "x-ms-immutability-policy-until-date": new Date(policy.untilMs).toUTCString(),
    "x-ms-immutability-policy-mode": policy.mode,
  };
}

function metadataHeaders(metadata: Readonly<Record<string, string>>): Headers {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-ms-meta-${name}`, value]));
}
