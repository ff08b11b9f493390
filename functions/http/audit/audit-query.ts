import { z } from "zod";
import type { AuditFilter } from "../../../src/domain/audit/repository.ts";
import { definedOnly } from "../defined-only.ts";
import { listQuery } from "../list-query.ts";
import { utcTime } from "../utc-time.ts";

const named = z.string().min(1).max(200).optional();

/** Query parameters by which a list of audit entries is narrowed. */
export const auditFilterQuery = {
  /** Id of the person, application or schedule that acted. */
  actor: named,
  action: named,
  target: named,
  from: utcTime.optional(),
  to: utcTime.optional(),
};

/** An export goes on where the one before ended: `page` as its header Link has it. */
export const auditExportQuery = z.strictObject({ ...auditFilterQuery, page: listQuery.shape.page });

/** The filter of a list's or an export's query. */
export function toAuditFilter({ actor, action, target, from, to }: z.infer<typeof auditExportQuery>): AuditFilter {
  return definedOnly<AuditFilter>({ actor, action, target, from, to });
}
