import type { RunFilter } from "../../../../src/domain/operation-run/repository.ts";
import { runViewSchema, toRunView } from "../../../../src/domain/operation-run/run-view.ts";
import { definedOnly } from "../../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../../list-query.ts";
import { runFilterQuery } from "../../operations/run-filter-query.ts";
import { platformRoute } from "../../platform-route.ts";

export const listPlatformOperations = platformRoute({
  id: "listPlatformOperations",
  method: "GET",
  path: "platform/operations",
  summary: "Operation runs over several tenants, newest first. Counts are tenants.",
  query: listQuery.extend(runFilterQuery),
  answers: { 200: pageSchema(runViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const runs = await app.fleet.list(scope, definedOnly<RunFilter>(filter), toPageRequest(query));
    return {
      status: 200,
      body: { items: runs.items.map((run) => toRunView(run, app.viewing())), nextPage: runs.nextPage },
    };
  },
});
