import { z } from "zod";

/**
 * What happens to an object that is selected. `overwrite`: a match is updated, else it is created. `recreate`: only what
 * is gone is created. `copy`: always created beside, under a name of its own.
 */
export const restoreModeSchema = z.enum(["overwrite", "recreate", "copy", "skip"]);

export type RestoreMode = z.infer<typeof restoreModeSchema>;

const id = z.string().min(1).max(300);

/** Which references a decision is about: by the id in the source, and the kind and place where it says them. */
const reference = { from: id, to: z.string().max(100).optional(), place: z.string().max(300).optional() };

/**
 * What a person decided of a reference: that it is this object of the target, that the object is created with it, or that
 * it is left out. Leaving out is for targets, scope tags, filters and conditions; what widens needs an owner (N6).
 */
export const referenceDecisionSchema = z.union([
  z.strictObject({ ...reference, into: id }),
  z.strictObject({ ...reference, create: z.literal(true) }),
  z.strictObject({ ...reference, drop: z.literal(true) }),
]);

export type ReferenceDecision = z.infer<typeof referenceDecisionSchema>;

/** What a person decided of one object. */
export const itemDecisionSchema = z.strictObject({
  type: z.string().max(100),
  id,
  mode: restoreModeSchema.optional(),
  /** The object of the target that it is, among several candidates. */
  match: id.optional(),
  /** A rule of access that is on in the source is turned on, after all else was verified. */
  turnOn: z.literal(true).optional(),
  /** A rule of access is created so that it reports only; else it is created off. */
  reportOnly: z.literal(true).optional(),
  /** A rule of access that is on in the target is changed in place. */
  inPlace: z.literal(true).optional(),
});

export type ItemDecision = z.infer<typeof itemDecisionSchema>;

export const planDecisionsSchema = z.strictObject({
  references: z.array(referenceDecisionSchema).max(2_000).default([]),
  items: z.array(itemDecisionSchema).max(2_000).default([]),
});

export type PlanDecisions = z.infer<typeof planDecisionsSchema>;
