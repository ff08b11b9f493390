import { auditEntryViewSchema } from "../../../src/domain/audit/audit-entry.ts";
import { auditFilterQuery, toAuditFilter } from "../audit/audit-query.ts";
import { listQuery, pageSchema, toPageRequest } from "../list-query.ts";
import { platformRoute } from "../platform-route.ts";

export const listPlatformAudit = platformRoute({
  id: "listPlatformAudit",
  method: "GET",
  path: "platform/audit",
  summary: "Who did what on the platform, and who was refused without being a member of a tenant, newest first.",
  query: listQuery.extend(auditFilterQuery),
  answers: { 200: pageSchema(auditEntryViewSchema) },
  handle: async (app, { scope, query }) => {
    const body = await app.storesFor(scope).audit.list(toAuditFilter(query), toPageRequest(query));
    return { status: 200, body };
  },
});
