import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";

/** What this version writes entries about; the portal has words for each. */
export const auditActions = [
  "operation.created",
  "operation.ended",
  "operation.cancel_requested",
  "operation.reattempted",
  "graph.paused",
  "graph.resumed",
  "setting.changed",
  "tenant.created",
  "tenant.changed",
  "tenant.verified",
  "tenant.sign_in_refused",
  "tenant.suspended",
  "tenant.resumed",
  "tenant.archived",
  "tenant.ownership_taken",
  "member.added",
  "member.changed",
  "member.removed",
  "schedule.created",
  "schedule.changed",
  "schedule.deleted",
  "schedule.slot_skipped",
  "schedule.slots_missed",
  "inventory.ignored",
  "inventory.unignored",
  "access.refused",
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who did what to what, and when (P6.4). Entries are never changed or deleted. */
export const auditEntrySchema = z.object({
  id: z.string(),
  tenantId: tenantIdSchema,
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  /** A newer version may have other actions. */
  action: z.string(),
  target: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  at: z.iso.datetime(),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** An entry as clients see it. */
export const auditEntryViewSchema = auditEntrySchema
  .omit({ tenantId: true })
  .extend({
    /** Number of the digest that holds it; null while none does. */
    digest: z.int().min(1).nullable(),
  })
  .meta({ id: "AuditEntry" });

export type AuditEntryView = z.infer<typeof auditEntryViewSchema>;
