import { z } from "zod";
import { operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import type { RunFilter } from "../../../src/domain/operation-run/repository.ts";
import { runViewSchema, toRunView } from "../../../src/domain/operation-run/run-view.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

export const listOperations = tenantRoute({
  id: "listOperations",
  method: "GET",
  path: "tenants/{tenantId}/operations",
  summary: "Operation runs of the tenant, newest first.",
  right: "operation.read",
  query: listQuery.extend({
    status: operationRunSchema.shape.status.optional(),
    outcome: operationRunSchema.shape.outcome.optional(),
    type: operationRunSchema.shape.type.optional(),
    from: time.optional(),
    to: time.optional(),
  }),
  answers: { 200: pageSchema(runViewSchema) },
  handle: async (app, { scope, query }) => {
    const { limit: _limit, page: _page, ...filter } = query;
    const runs = await app.storesOf(scope).runs.list(definedOnly<RunFilter>(filter), toPageRequest(query));
    return { status: 200, body: { items: runs.items.map(toRunView), nextPage: runs.nextPage } };
  },
});
