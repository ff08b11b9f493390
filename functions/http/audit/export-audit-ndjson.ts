import { z } from "zod";
import { toJsonText } from "../../../src/domain/json/exact-json.ts";
import { nextLink } from "../next-link.ts";
import { tenantRoute } from "../tenant-route.ts";
import { auditExportQuery, toAuditFilter } from "./audit-query.ts";

export const exportAuditNdjson = tenantRoute({
  id: "exportAuditNdjson",
  method: "GET",
  path: "tenants/{tenantId}/audit.ndjson",
  summary: "The audit as a line of JSON an entry, as the CSV: 10,000 entries an answer, Link names the next.",
  right: "audit.read",
  query: auditExportQuery,
  mediaType: "application/x-ndjson",
  answers: { 200: z.string() },
  handle: async (app, { scope, query }) => {
    const { items, nextPage } = await app.exportAudit(scope, toAuditFilter(query), query.page ?? null);
    const headers = {
      "content-type": "application/x-ndjson",
      "content-disposition": 'attachment; filename="audit.ndjson"',
      ...nextLink(`tenants/${scope.tenantId}/audit.ndjson`, query, nextPage),
    };
    return { status: 200, body: items.map((entry) => `${toJsonText(entry)}\n`).join(""), headers };
  },
});
