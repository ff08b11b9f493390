import type { ContainerClient } from "@azure/storage-blob";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import type { TenantScope } from "../../domain/tenant/tenant-scope.ts";
import { createKept, keepGzip, readGzip } from "./gzip-blob.ts";
import { readProven } from "./read-proven.ts";

/** Blobs of one tenant, all under its own prefix and all named by their content. */
export function makeSnapshotBlobs(container: ContainerClient, { tenantId }: TenantScope): SnapshotBlobs {
  const payloadPath = (hash: string): string => `${tenantId}/objects/${hash}.json.gz`;
  const manifestPath = (id: string, rootHash: string): string => `${tenantId}/snapshots/${id}/${rootHash}.ndjson.gz`;

  return {
    putPayload: (hash, text) => keepGzip(container, payloadPath(hash), text),
    readPayload: (hash, versionId) => readProven(container, payloadPath(hash), { hash, versionId }),
    putManifest: (id, rootHash, text) => createKept(container, manifestPath(id, rootHash), text),
    readManifest: (id, rootHash, versionId) => readGzip(container, manifestPath(id, rootHash), versionId),
  };
}
