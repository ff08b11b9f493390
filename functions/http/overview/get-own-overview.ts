import type { OverviewFilter } from "../../../src/domain/platform/tenant-overview.ts";
import { callerRoute } from "../caller-route.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, toPageRequest } from "../list-query.ts";
import { overviewFilterQuery, overviewPageSchema } from "./overview-schema.ts";

export const getOwnOverview = callerRoute({
  id: "getOwnOverview",
  method: "GET",
  path: "overview",
  summary: "The caller's tenants by name, each with what the platform's overview says of it.",
  query: listQuery.extend(overviewFilterQuery),
  answers: { 200: overviewPageSchema },
  handle: async (app, { caller, query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const body = await app.readOwnOverview(caller, definedOnly<OverviewFilter>(filter), toPageRequest(query));
    return { status: 200, body };
  },
});
