import { z } from "zod";
import {
  type OverviewFilter,
  overviewTotalsSchema,
  tenantOverviewSchema,
} from "../../../src/domain/platform/tenant-overview.ts";
import { tenantSchema } from "../../../src/domain/tenant/tenant.ts";
import { unreadableSchema } from "../../../src/domain/unreadable/unreadable.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { platformRoute } from "../platform-route.ts";

const overviewSchema = pageSchema(tenantOverviewSchema).extend({
  totals: overviewTotalsSchema,
  /** What of these tenants could not be read, a tenant's own document among them. */
  unreadable: z.array(unreadableSchema),
});

export const getOverview = platformRoute({
  id: "getOverview",
  method: "GET",
  path: "platform/overview",
  summary: "All tenants by name with state, newest complete snapshot of all types, newest run and broken promises.",
  query: listQuery.extend({ state: tenantSchema.shape.state.optional(), promise: z.literal("broken").optional() }),
  answers: { 200: overviewSchema },
  handle: async (app, { query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const [found, totals] = await Promise.all([
      app.readOverview(definedOnly<OverviewFilter>(filter), toPageRequest(query)),
      app.aggregation.overviewTotals(),
    ]);
    return { status: 200, body: { ...found, totals } };
  },
});
