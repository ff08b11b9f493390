import { Fault } from "../../domain/error/fault.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import { rootHashIn } from "../../domain/snapshot/manifest-text.ts";
import type { SnapshotBlobs } from "../../domain/snapshot/repository.ts";
import type { ReportDamage } from "../../domain/snapshot/stored-text.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { openGzip } from "./gzip-blob.ts";
import type { BlobContainer } from "./make-blob-container.ts";
import { manifestLines } from "./manifest-lines.ts";
import { createVerified, readVerified, type VerifiedBlob, writeVerified } from "./verified-blob.ts";

/** Blobs of one tenant, all under its own prefix, named by their content and proven by that name on every read. */
export function makeSnapshotBlobs(
  container: BlobContainer,
  { tenantId }: TenantScope,
  reportDamage: ReportDamage,
): SnapshotBlobs {
  const placeOf = (name: string, isWhole: (text: string) => boolean): VerifiedBlob => {
    const path = `${tenantId}/${name}`;
    return { container, path, isWhole, onDamage: (state) => reportDamage({ tenantId, path, state }) };
  };
  const payload = (hash: string): VerifiedBlob =>
    placeOf(`objects/${hash}.json.gz`, (text) => hashOfText(text) === hash);
  const manifest = (id: string, rootHash: string): VerifiedBlob =>
    placeOf(`snapshots/${id}/${rootHash}.ndjson.gz`, (text) => rootHashIn(text) === rootHash);

  return {
    putPayload: (hash, text) => writeVerified(payload(hash), text),
    readPayload: (hash, versionId) => readVerified(payload(hash), versionId),
    putManifest: (id, rootHash, text) => createVerified(manifest(id, rootHash), text),
    readManifest: (id, rootHash, versionId) => readVerified(manifest(id, rootHash), versionId),
    manifestLines: async function* ({ id, rootHash, manifestVersion }, mostBytes) {
      const blob = manifest(id, rootHash);
      const stream =
        (await openGzip(container, blob.path, manifestVersion)) ??
        (manifestVersion === null ? undefined : await openGzip(container, blob.path, null));
      if (stream && stream.storedBytes > mostBytes) throw tooLarge(id);
      const state = stream ? yield* manifestLines(stream, rootHash) : "missing";
      if (state === "whole") return;
      blob.onDamage(state);
      throw new Fault("manifest_damaged", `The list of objects of ${id} is ${state}.`, { target: id });
    },
  };
}

function tooLarge(id: string): Fault {
  return new Fault("comparison_too_large", `The list of objects of ${id} is too large to be compared.`, { target: id });
}
