import type { SnapshotFilter } from "../../../src/domain/snapshot/repository.ts";
import { snapshotSchema } from "../../../src/domain/snapshot/snapshot.ts";
import { definedOnly } from "../defined-only.ts";
import { countedPageSchema, countQuery, listQuery, toPageRequest, wantsTotal } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { utcTime } from "../utc-time.ts";
import { snapshotViewSchema } from "./get-snapshot.ts";

export const listSnapshots = tenantRoute({
  id: "listSnapshots",
  method: "GET",
  path: "tenants/{tenantId}/snapshots",
  summary: "Sealed snapshots of the tenant, newest first; from and to are of when they were sealed.",
  right: "snapshot.read",
  query: listQuery.extend({
    ...countQuery,
    state: snapshotSchema.shape.state.optional(),
    from: utcTime.optional(),
    to: utcTime.optional(),
  }),
  answers: { 200: countedPageSchema(snapshotViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, count: _count, ...filters } = query;
    const filter = definedOnly<SnapshotFilter>(filters);
    const { snapshots } = app.storesFor(scope);
    const [page, total] = await Promise.all([
      snapshots.list(filter, toPageRequest(query)),
      wantsTotal(query) ? snapshots.count(filter) : undefined,
    ]);
    return { status: 200, body: { ...page, total } };
  },
});
