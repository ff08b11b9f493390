import { z } from "zod";
import { hashSchema } from "../snapshot/entry.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { planOptionsSchema } from "./plan-options.ts";
import { planTotalsSchema } from "./plan-totals.ts";

const time = z.iso.datetime();

/** A snapshot that a plan rests on. */
const groundSchema = z.object({ snapshotId: z.string(), rootHash: hashSchema });

/** What a person should know of a plan as a whole. */
export const planWarningSchema = z.enum(["write_not_consented", "approvals_in_force", "directory_incomplete"]);

/**
 * The header of a plan. It exists when, and only when, the blob of its items is complete; only `state` ever changes. What
 * a person is shown is in `planHash`.
 */
export const restorePlanSchema = z
  .object({
    id: z.string(),
    tenantId: tenantIdSchema,
    runId: z.string(),
    state: z.enum(["ready", "confirmed", "expired"]),
    source: groundSchema.extend({ tenantId: tenantIdSchema }),
    base: groundSchema,
    options: planOptionsSchema,
    totals: planTotalsSchema,
    warnings: z.array(planWarningSchema),
    /** SHA-256 of the decisions, and of the items as they are stored. */
    decisionsHash: hashSchema,
    itemsHash: hashSchema,
    /** Of the contracts of the types that are involved: another contract, another plan. */
    contractsHash: hashSchema,
    planHash: hashSchema,
    createdAt: time,
    expiresAt: time,
    createdBy: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  })
  .meta({ id: "RestorePlan" });

export type RestorePlan = z.infer<typeof restorePlanSchema>;

/** A plan's id derives from its run's, so that each attempt of the run means the same plan. */
export function planIdOf(runId: string): string {
  return `plan-${runId}`;
}
