import { z } from "zod";
import { entrySchema } from "../../../src/domain/snapshot/entry.ts";
import type { EntryFilter } from "../../../src/domain/snapshot/entry-filter.ts";
import { definedOnly } from "../defined-only.ts";
import { countedPageSchema, countQuery, listQuery, nameQuery, toPageRequest, wantsTotal } from "../list-query.ts";
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
  query: listQuery.extend({ ...countQuery, type: z.string().max(100).optional(), ...nameQuery }),
  answers: { 200: countedPageSchema(entryViewSchema) },
  handle: async (app, { scope, params, query }) => {
    const snapshot = await readSnapshot(app, scope, params.snapshotId);
    const { limit: _limit, page: _page, count: _count, ...given } = query;
    const { total, ...entries } = await app.listEntries(
      scope,
      snapshot,
      definedOnly<EntryFilter>(given),
      toPageRequest(query),
    );
    return { status: 200, body: wantsTotal(query) ? { ...entries, total } : entries };
  },
});
