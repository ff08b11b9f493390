import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import { rootHashIn } from "../../domain/snapshot/manifest-text.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import type { ReportDamage } from "../../domain/snapshot/stored-text.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { BlobContainer } from "./make-blob-container.ts";
import { createProven, keepProven, type ProvenPlace, readProven } from "./proven-blob.ts";

/** Blobs of one tenant, all under its own prefix, named by their content and proven by that name on every read. */
export function makeSnapshotBlobs(
  container: BlobContainer,
  { tenantId }: TenantScope,
  tell: ReportDamage,
): SnapshotBlobs {
  const placeOf = (name: string, isWhole: (text: string) => boolean): ProvenPlace => {
    const path = `${tenantId}/${name}`;
    return { container, path, isWhole, onDamage: (state) => tell({ tenantId, path, state }) };
  };
  const payload = (hash: string): ProvenPlace =>
    placeOf(`objects/${hash}.json.gz`, (text) => hashOfText(text) === hash);
  const manifest = (id: string, rootHash: string): ProvenPlace =>
    placeOf(`snapshots/${id}/${rootHash}.ndjson.gz`, (text) => rootHashIn(text) === rootHash);

  return {
    putPayload: (hash, text) => keepProven(payload(hash), text),
    readPayload: (hash, versionId) => readProven(payload(hash), versionId),
    putManifest: (id, rootHash, text) => createProven(manifest(id, rootHash), text),
    readManifest: (id, rootHash, versionId) => readProven(manifest(id, rootHash), versionId),
  };
}
