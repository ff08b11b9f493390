import type { ContainerClient } from "@azure/storage-blob";
import { Fault } from "../../domain/error/fault.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import type { TenantScope } from "../../domain/tenant/tenant-scope.ts";
import { createGzip, createKept, keepGzip, readGzip } from "./gzip-blob.ts";

/** Blobs of one tenant, all under its own prefix and all named by their content. */
export function makeSnapshotBlobs(container: ContainerClient, { tenantId }: TenantScope): SnapshotBlobs {
  const payloadPath = (hash: string): string => `${tenantId}/objects/${hash}.json.gz`;
  const manifestPath = (id: string, rootHash: string): string => `${tenantId}/snapshots/${id}/${rootHash}.ndjson.gz`;

  return {
    putPayload: (hash, text) => keepGzip(container, payloadPath(hash), text),
    readPayload: (hash, versionId) => readProven(container, payloadPath(hash), { hash, versionId }),
    putStaging: async (runId, text) => {
      const path = `${tenantId}/staging/${runId}/${hashOfText(text)}.ndjson.gz`;
      await createGzip(container, path, text);
      return path;
    },
    readStaging: async (path) => {
      const hash = /\/(?<hash>[0-9a-f]{64})\.ndjson\.gz$/.exec(path)?.groups?.["hash"];
      const isOwn = path.startsWith(`${tenantId}/staging/`);
      const text =
        isOwn && hash !== undefined ? await readProven(container, path, { hash, versionId: null }) : undefined;
      if (text === undefined) throw new Fault("store_unavailable", "Staged entries of the run are not there.");
      return text;
    },
    putManifest: (id, rootHash, text) => createKept(container, manifestPath(id, rootHash), text),
    readManifest: (id, rootHash, versionId) => readGzip(container, manifestPath(id, rootHash), versionId),
  };
}

/** Payloads and staged entries are proven against the hash that names them on every read. */
async function readProven(
  container: ContainerClient,
  path: string,
  { hash, versionId }: { readonly hash: string; readonly versionId: string | null },
): Promise<string | undefined> {
  const text = await readGzip(container, path, versionId);
  if (text !== undefined && hashOfText(text) !== hash) {
    throw new Fault("store_unavailable", "A stored blob does not match the hash that names it.");
  }
  return text;
}
