import { z } from "zod";
import { changeKindSchema } from "../comparison/change.ts";
import { hashSchema } from "../snapshot/entry.ts";
import { restoreModeSchema } from "./plan-decisions.ts";
import { planStepSchema } from "./plan-step.ts";
import { referenceStateSchema, restoreReasonSchema, restoreWarningSchema, verdictSchema } from "./verdict.ts";

/** Hash of each part, by its name. */
const partsSchema = z.record(z.string(), hashSchema);

/** Where a reference leads: an object of the target, an item of the plan that is created before, or nowhere. */
const intoSchema = z.union([z.object({ id: z.string() }), z.object({ item: z.int().min(1) })]).nullable();

/** What an object names, once for each place of its contract and id. */
export const plannedReferenceSchema = z.object({
  /** Path of the contract, such as `assignments[].target.groupId`. */
  place: z.string(),
  /** The kind that it names. */
  to: z.string(),
  from: z.string(),
  /** As the source knew it; null where nobody knows. */
  fromName: z.string().nullable(),
  into: intoSchema,
  state: referenceStateSchema,
});

export type PlannedReference = z.infer<typeof plannedReferenceSchema>;

/** What the live object becomes: a difference from its form to the desired one; long values by hash and length. */
export const plannedChangeSchema = z.object({
  kind: changeKindSchema,
  /** JSON Pointer into the form. */
  place: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

export type PlannedChange = z.infer<typeof plannedChangeSchema>;

/** One line of a plan, in the order of rank, type, name and source id. At most 8 KB as canonical JSON. */
export const planItemSchema = z.object({
  /** Position in the plan, from 1. */
  n: z.int().min(1),
  type: z.string(),
  sourceId: z.string(),
  name: z.string(),
  mode: restoreModeSchema,
  verdict: verdictSchema,
  /** The live object that it is; null where none is matched. */
  targetId: z.string().nullable(),
  /** Of the source's payload; null where the source lacks it. */
  sourceHash: hashSchema.nullable(),
  desired: partsSchema,
  live: partsSchema,
  steps: z.array(planStepSchema),
  references: z.array(plannedReferenceSchema),
  /** At most 50 and as many as fit the line; `changeCount` says how many there are. */
  changes: z.array(plannedChangeSchema),
  changeCount: z.int().min(0),
  reasons: z.array(restoreReasonSchema),
  /** Places of the contract where the source holds a secret that no snapshot knows. */
  secrets: z.array(z.string()),
  warnings: z.array(restoreWarningSchema),
  /** Objects of the target that it may be, where more than one is; at most 20. */
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Who has to acknowledge it before it is written. */
  needs: z.literal("owner").nullable(),
  /** Items that must be verified before this one begins. */
  dependsOn: z.array(z.int()),
  /** Items that need it and for which alone it is in the plan. */
  because: z.array(z.int()),
  risk: z.enum(["low", "medium", "high"]).nullable(),
});

export type PlanItem = z.infer<typeof planItemSchema>;

/** What becomes of one id of the source, over all items that name it. */
export const planMappingSchema = plannedReferenceSchema.omit({ place: true }).extend({ items: z.int().min(1) });

export type PlanMapping = z.infer<typeof planMappingSchema>;
