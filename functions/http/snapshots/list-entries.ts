import { z } from "zod";
import { entrySchema } from "../../../src/domain/snapshot/entry.ts";
import type { EntryFilter } from "../../../src/domain/snapshot/entry-filter.ts";
import { definedOnly } from "../defined-only.ts";
import { countedPageSchema, countQuery, listQuery, nameQuery, toPageRequest, wantsTotal } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { readSnapshot, snapshotParams } from "./snapshot-params.ts";

const entryViewSchema = entrySchema.meta({ id: "Entry" });

/** What a snapshot holds of an object type, and how completely that was read. */
const typeViewSchema = z
  .object({
    type: z.string(),
    objects: z.int().min(0),
    state: z.enum(["complete", "incomplete", "not_licensed"]),
  })
  .meta({ id: "SnapshotType" });

export const listEntries = tenantRoute({
  id: "listEntries",
  method: "GET",
  path: "tenants/{tenantId}/snapshots/{snapshotId}/entries",
  summary:
    "Objects in the snapshot, ordered by type and id. With count=true the first page also says how many each type of the snapshot has.",
  right: "snapshot.read",
  params: snapshotParams,
  query: listQuery.extend({ ...countQuery, type: z.string().max(100).optional(), ...nameQuery }),
  answers: { 200: countedPageSchema(entryViewSchema).extend({ types: z.array(typeViewSchema).optional() }) },
  handle: async (app, { scope, params, query }) => {
    const snapshot = await readSnapshot(app, scope, params.snapshotId);
    const { limit: _limit, page: _page, count: _count, ...filters } = query;
    const { total, types, ...entries } = await app.listEntries(
      scope,
      snapshot,
      definedOnly<EntryFilter>(filters),
      toPageRequest(query),
    );
    const counted = { total, types: types.map(({ typeState, ...rest }) => ({ ...rest, state: typeState.state })) };
    return { status: 200, body: wantsTotal(query) ? { ...entries, ...counted } : entries };
  },
});
