import { z } from "zod";
import type { AuditEntryView } from "../../../src/domain/audit/audit-entry.ts";
import { csvAnswer } from "../csv-answer.ts";
import { nextLink } from "../next-link.ts";
import { tenantRoute } from "../tenant-route.ts";
import { toCsv } from "../to-csv.ts";
import { auditExportQuery, toAuditFilter } from "./audit-query.ts";

export const exportAuditCsv = tenantRoute({
  id: "exportAuditCsv",
  method: "GET",
  path: "tenants/{tenantId}/audit.csv",
  summary:
    "The audit as CSV, newest first, with the filters of the list; 10,000 entries an answer, Link names the next.",
  right: "audit.read",
  query: auditExportQuery,
  mediaType: "text/csv",
  answers: { 200: z.string() },
  handle: async (app, { scope, query }) => {
    const { items, nextPage } = await app.exportAudit(scope, toAuditFilter(query), query.page ?? null);
    const { headers, ...answer } = csvAnswer("audit", toCsv(columns, items.map(toRow)));
    const link = nextLink(`tenants/${scope.tenantId}/audit.csv`, query, nextPage);
    return { ...answer, headers: { ...headers, ...link } };
  },
});

const columns = ["at", "actorKind", "actorId", "actorName", "action", "target", "before", "after", "digest", "id"];

/** What an entry says of a change differs by action, so it is one cell of JSON. */
function toRow({ at, actor, action, target, before, after, digest, id }: AuditEntryView) {
  return [at, actor.kind, actor.id, actor.name, action, target, toCell(before), toCell(after), digest, id];
}

function toCell(fields: AuditEntryView["before"]): string | null {
  return fields && JSON.stringify(fields);
}
