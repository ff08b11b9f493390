import type { RunFilter } from "../../../src/domain/operation-run/repository.ts";
import { runViewSchema, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { runFilterQuery } from "./run-filter-query.ts";

export const listOperations = tenantRoute({
  id: "listOperations",
  method: "GET",
  path: "tenants/{tenantId}/operations",
  summary: "Operation runs of the tenant, newest first.",
  right: "operation.read",
  query: listQuery.extend(runFilterQuery),
  answers: { 200: pageSchema(runViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const runs = await app.storesFor(scope).runs.list(definedOnly<RunFilter>(filter), toPageRequest(query));
    const viewing = app.viewing();
    const items = runs.items.map((run) => toRunView(run, viewing));
    return { status: 200, body: { items, nextPage: runs.nextPage } };
  },
});
