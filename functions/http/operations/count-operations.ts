import { z } from "zod";
import type { RunFilter } from "../../../src/domain/operation-run/repository.ts";
import { stateCountsSchema } from "../../../src/domain/operation-run/state-counts.ts";
import { definedOnly } from "../defined-only.ts";
import { tenantRoute } from "../tenant-route.ts";
import { runFilterQuery } from "./run-filter-query.ts";

export const countOperations = tenantRoute({
  id: "countOperations",
  method: "GET",
  path: "tenants/{tenantId}/operation-counts",
  summary:
    "How many operation runs are in each state, with the filters of the list; of the last 30 days without from and to.",
  right: "operation.read",
  query: z.strictObject(runFilterQuery),
  answers: { 200: stateCountsSchema },
  handle: async (app, { scope, query }) => ({
    status: 200,
    body: await app.countRuns(scope, definedOnly<RunFilter>(query)),
  }),
});
