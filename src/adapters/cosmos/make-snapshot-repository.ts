import type { Container } from "@azure/cosmos";
import type { SnapshotRepository } from "../../domain/snapshot/repository.ts";
import { snapshotSchema } from "../../domain/snapshot/snapshot.ts";
import type { TenantScope } from "../../domain/tenant/tenant-scope.ts";
import { parseDocument } from "./document.ts";
import { queryAll, queryPage } from "./query-page.ts";
import { createDocument, readDocument } from "./read-document.ts";

const parseSnapshot = parseDocument(snapshotSchema);

/** Heads of sealed snapshots of one tenant. */
export function makeSnapshotRepository(container: Container, { tenantId }: TenantScope): SnapshotRepository {
  return {
    seal: async (snapshot) => {
      const answer = await createDocument(container, { ...snapshot, tenantId, schemaVersion: 1 });
      if (answer === "created") return snapshot;
      return (await readDocument(container, tenantId, snapshot.id, parseSnapshot))?.value ?? snapshot;
    },
    read: async (snapshotId) => (await readDocument(container, tenantId, snapshotId, parseSnapshot))?.value,
    list: (page) => {
      const query = "SELECT * FROM c ORDER BY c.sealedAt DESC, c.id DESC";
      return queryPage(container, tenantId, { query, parameters: [] }, page, parseSnapshot);
    },
    lastCompleteAt: async () => {
      const query = "SELECT TOP 1 * FROM c WHERE c.state = 'complete' ORDER BY c.sealedAt DESC";
      return (await queryAll(container, tenantId, { query }, parseSnapshot))[0]?.sealedAt ?? null;
    },
  };
}
