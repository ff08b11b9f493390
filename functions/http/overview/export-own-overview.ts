import { z } from "zod";
import { allPages, mostRows } from "../../../src/domain/paging/all-pages.ts";
import type { OverviewFilter } from "../../../src/domain/platform/tenant-overview.ts";
import { callerRoute } from "../caller-route.ts";
import { csvAnswer } from "../csv-answer.ts";
import { definedOnly } from "../defined-only.ts";
import { overviewFilterQuery } from "./overview-schema.ts";
import { toOverviewCsv } from "./to-overview-csv.ts";

export const exportOwnOverview = callerRoute({
  id: "exportOwnOverview",
  method: "GET",
  path: "overview.csv",
  summary: "The overview of the caller's tenants as CSV, by name; at most 10,000.",
  query: z.strictObject(overviewFilterQuery),
  mediaType: "text/csv",
  answers: { 200: z.string() },
  handle: async (app, { caller, query }) => {
    const filter = definedOnly<OverviewFilter>(query);
    const tenants = await allPages((page) => app.readOwnOverview(caller, filter, page), mostRows);
    return csvAnswer("overview", toOverviewCsv(tenants));
  },
});
