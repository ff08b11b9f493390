import type { DefinitionLanguage } from "../../domain/definition/language.ts";
import type { DefinitionBlobs } from "../../domain/definition/repository.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { ReportDamage } from "../../domain/snapshot/stored-text.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { BlobContainer } from "./make-blob-container.ts";
import { readVerified, type VerifiedBlob, writeVerified } from "./verified-blob.ts";

/** Names of settings, named by their content and proven by that name on every read. */
export function makeDefinitionBlobs(
  container: BlobContainer,
  { tenantId }: TenantScope,
  reportDamage: ReportDamage,
): DefinitionBlobs {
  const blobOf = (language: DefinitionLanguage, hash: string): VerifiedBlob => {
    const path = `${tenantId}/definitions/${language}/${hash}.ndjson.gz`;
    const isWhole = (text: string) => hashOfText(text) === hash;
    return { container, path, isWhole, onDamage: (state) => reportDamage({ tenantId, path, state }) };
  };
  return {
    put: async (language, hash, text) => (await writeVerified(blobOf(language, hash), text)).storedBytes,
    read: (language, hash) => readVerified(blobOf(language, hash), null),
  };
}
