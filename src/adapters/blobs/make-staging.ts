import type { ContainerClient } from "@azure/storage-blob";
import { Fault } from "../../domain/error/fault.ts";
import { hashOfText } from "../../domain/hash/hash-of-text.ts";
import type { Staging } from "../../domain/observation/staging.ts";
import type { TenantScope } from "../../domain/tenant/tenant-scope.ts";
import { createGzip } from "./gzip-blob.ts";
import { readProven } from "./read-proven.ts";

/** Staged entries of one tenant, all under its own prefix and all named by their content. */
export function makeStaging(container: ContainerClient, { tenantId }: TenantScope): Staging {
  return {
    put: async (runId, text) => {
      const path = `${tenantId}/${runId}/${hashOfText(text)}.ndjson.gz`;
      await createGzip(container, path, text);
      return path;
    },
    read: async (path) => {
      const hash = /\/(?<hash>[0-9a-f]{64})\.ndjson\.gz$/.exec(path)?.groups?.["hash"];
      const isOwn = path.startsWith(`${tenantId}/`);
      const text =
        isOwn && hash !== undefined ? await readProven(container, path, { hash, versionId: null }) : undefined;
      if (text === undefined) throw new Fault("store_unavailable", "Staged entries of the run are not there.");
      return text;
    },
  };
}
