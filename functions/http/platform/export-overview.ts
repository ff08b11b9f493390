import { z } from "zod";
import { allPages, mostRows } from "../../../src/domain/paging/all-pages.ts";
import type { OverviewFilter } from "../../../src/domain/platform/tenant-overview.ts";
import { csvAnswer } from "../csv-answer.ts";
import { definedOnly } from "../defined-only.ts";
import { overviewFilterQuery } from "../overview/overview-schema.ts";
import { toOverviewCsv } from "../overview/to-overview-csv.ts";
import { platformRoute } from "../platform-route.ts";

export const exportOverview = platformRoute({
  id: "exportOverview",
  method: "GET",
  path: "platform/overview.csv",
  summary: "The overview of all tenants as CSV, by name; at most 10,000.",
  query: z.strictObject(overviewFilterQuery),
  mediaType: "text/csv",
  answers: { 200: z.string() },
  handle: async (app, { query }) => {
    const filter = definedOnly<OverviewFilter>(query);
    const tenants = await allPages((page) => app.readOverview(filter, page), mostRows);
    return csvAnswer("overview", toOverviewCsv(tenants));
  },
});
