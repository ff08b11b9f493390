import { Fault } from "../../domain/error/fault.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { Staging } from "../../domain/observation/staging.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { BlobContainer } from "./make-blob-container.ts";
import { createVerified, readVerified, type VerifiedBlob } from "./verified-blob.ts";

/** Staged entries of one tenant, all under its own prefix, named by their content and proven by that name. */
export function makeStaging(container: BlobContainer, { tenantId }: TenantScope): Staging {
  const placeOf = (path: string, hash: string): VerifiedBlob => ({
    container,
    path,
    isWhole: (text) => hashOfText(text) === hash,
    // The run that reads them fails and says so; nothing else relies on them.
    onDamage: () => undefined,
  });
  return {
    put: async (runId, text) => {
      const hash = hashOfText(text);
      const path = `${tenantId}/${runId}/${hash}.ndjson.gz`;
      await createVerified(placeOf(path, hash), text);
      return path;
    },
    read: async (path) => {
      const hash = /\/(?<hash>[0-9a-f]{64})\.ndjson\.gz$/.exec(path)?.groups?.["hash"];
      const isOwn = path.startsWith(`${tenantId}/`);
      const stored = isOwn && hash !== undefined ? await readVerified(placeOf(path, hash), null) : undefined;
      if (stored?.state === "whole") return stored.text;
      throw new Fault("store_unavailable", "Staged entries of the run are not there.");
    },
  };
}
