import { z } from "zod";
import { entrySchema } from "../../../src/domain/snapshot/entry.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { readSnapshot, snapshotParams } from "./snapshot-params.ts";

const entryViewSchema = entrySchema.meta({ id: "Entry" });

export const listEntries = tenantRoute({
  id: "listEntries",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/entries",
  summary: "Objects in the snapshot, ordered by type and id.",
  right: "snapshot.read",
  params: snapshotParams,
  query: listQuery.extend({ type: z.string().max(100).optional() }),
  answers: { 200: pageSchema(entryViewSchema) },
  handle: async (app, { scope, params, query }) => {
    const snapshot = await readSnapshot(app, scope, params.snapshotId);
    const body = await app.listEntries(scope, snapshot, query.type, toPageRequest(query));
    return { status: 200, body };
  },
});
