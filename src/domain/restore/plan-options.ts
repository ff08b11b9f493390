import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";
import { planDecisionsSchema, restoreModeSchema } from "./plan-decisions.ts";

/** Where the configuration comes from: a sealed snapshot, or one version of one object. */
export const restoreSourceSchema = z.union([
  z.strictObject({ tenantId: tenantIdSchema, snapshotId: z.string().max(200) }),
  z.strictObject({ versionId: z.string().max(300) }),
]);

export type RestoreSource = z.infer<typeof restoreSourceSchema>;

/** Exactly these objects are touched: all of the snapshot, or types with the ids of their objects (absent: all of a type). */
export const restoreSelectionSchema = z.union([
  z.literal("all"),
  z
    .array(
      z.strictObject({
        type: z.string().min(1).max(100),
        ids: z.array(z.string().min(1).max(300)).min(1).max(10_000).optional(),
      }),
    )
    .min(1)
    .max(200),
]);

export type RestoreSelection = z.infer<typeof restoreSelectionSchema>;

export const planOptionsSchema = z.strictObject({
  selection: restoreSelectionSchema,
  mode: restoreModeSchema,
  /** With assignments or without: always asked, so there is no default. */
  assignments: z.enum(["none", "as_source"]),
  /** What a reference lacks in the target, and the source snapshot has, becomes an item of its own. */
  createDependencies: z.boolean().default(false),
});

export type PlanOptions = z.infer<typeof planOptionsSchema>;

/** The body of a start. `basedOn`: an earlier plan whose base snapshot is still fresh, so that nothing is read again. */
export const planRequestSchema = planOptionsSchema.extend({
  source: restoreSourceSchema,
  decisions: planDecisionsSchema.default({ references: [], items: [] }),
  basedOn: z.string().max(200).optional(),
});

export type PlanRequest = z.infer<typeof planRequestSchema>;
