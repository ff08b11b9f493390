import { callerRoute } from "../caller-route.ts";
import { labelQuery, listQuery, nameQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantViewSchema, toTenantView } from "./tenant-view.ts";

export const listTenants = callerRoute({
  id: "listTenants",
  method: "GET",
  path: "tenants",
  summary: "Tenants that the caller is a member of, by name.",
  query: listQuery.extend({ ...nameQuery, ...labelQuery }),
  answers: { 200: pageSchema(tenantViewSchema) },
  handle: async (app, { caller, query }) => {
    const { items, nextPage } = await app.listTenants(caller, query, toPageRequest(query));
    const views = items.map(({ tenant, role, lastCompleteAt }) => toTenantView(tenant, role, lastCompleteAt));
    return { status: 200, body: { items: views, nextPage } };
  },
});
