import { z } from "zod";
import type { RunFilter } from "../../../src/domain/operation-run/repository.ts";
import { csvAnswer } from "../csv-answer.ts";
import { definedOnly } from "../defined-only.ts";
import { tenantRoute } from "../tenant-route.ts";
import { runFilterQuery } from "./run-filter-query.ts";
import { toRunsCsv } from "./to-runs-csv.ts";

export const exportOperations = tenantRoute({
  id: "exportOperations",
  method: "GET",
  path: "tenants/{tenantId}/operations.csv",
  summary: "Operation runs of the tenant as CSV, newest first, with the filters of the list; at most 10,000.",
  right: "operation.read",
  query: z.strictObject(runFilterQuery),
  mediaType: "text/csv",
  answers: { 200: z.string() },
  handle: async (app, { scope, query }) => {
    const runs = await app.listAllRuns(scope, definedOnly<RunFilter>(query));
    return csvAnswer("operations", toRunsCsv(runs));
  },
});
