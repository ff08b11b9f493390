import type { DigestStore } from "../../domain/audit/repository.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { readGzip, writeGzip } from "./gzip-blob.ts";
import type { BlobContainer } from "./make-blob-container.ts";

/** Digests of one tenant, under its own prefix, named by their numbers so that there is one of each. */
export function makeDigestStore(container: BlobContainer, { tenantId }: TenantScope): DigestStore {
  const pathOf = (number: number): string => `${tenantId}/${String(number).padStart(10, "0")}.ndjson.gz`;
  return {
    create: async (number, text) => {
      const bytes = await writeGzip(container, pathOf(number), text, { ifNoneMatch: "*" });
      return bytes === undefined ? "exists" : "created";
    },
    read: async (number) => {
      const found = await readGzip(container, pathOf(number), null);
      if (!found) return { state: "missing" };
      return found.text === undefined ? { state: "damaged" } : { state: "there", text: found.text };
    },
  };
}
