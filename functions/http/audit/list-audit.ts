import { auditEntryViewSchema } from "../../../src/domain/audit/audit-entry.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { tenantRoute } from "../tenant-route.ts";
import { auditFilterQuery, toAuditFilter } from "./audit-query.ts";

export const listAudit = tenantRoute({
  id: "listAudit",
  method: "GET",
  path: "tenants/{tenantId}/audit",
  summary: "Who did what to what in the tenant, newest first.",
  right: "audit.read",
  query: listQuery.extend(auditFilterQuery),
  answers: { 200: pageSchema(auditEntryViewSchema) },
  handle: async (app, { scope, query }) => {
    const body = await app.storesFor(scope).audit.list(toAuditFilter(query), toPageRequest(query));
    return { status: 200, body };
  },
});
