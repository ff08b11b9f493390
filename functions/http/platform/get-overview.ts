import { type OverviewFilter, overviewTotalsSchema } from "../../../src/domain/platform/tenant-overview.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, toPageRequest } from "../list-query.ts";
import { overviewFilterQuery, overviewPageSchema } from "../overview/overview-schema.ts";
import { platformRoute } from "../platform-route.ts";

export const getOverview = platformRoute({
  id: "getOverview",
  method: "GET",
  path: "platform/overview",
  summary: "All tenants by name with state, newest complete snapshot of all types, newest run and broken promises.",
  query: listQuery.extend(overviewFilterQuery),
  answers: { 200: overviewPageSchema.extend({ totals: overviewTotalsSchema }) },
  handle: async (app, { query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const [found, totals] = await Promise.all([
      app.readOverview(definedOnly<OverviewFilter>(filter), toPageRequest(query)),
      app.aggregation.overviewTotals(),
    ]);
    return { status: 200, body: { ...found, totals } };
  },
});
