import { z } from "zod";
import { serviceGroupSchema } from "../graph/service-group.ts";
import { restoreReasonSchema, verdictSchema } from "./verdict.ts";

const count = z.int().min(0);

/** What a plan comes to. An item counts once under its verdict, and once under each of its reasons. */
export const planTotalsSchema = z.object({
  items: count,
  verdicts: z.partialRecord(verdictSchema, count),
  reasons: z.partialRecord(restoreReasonSchema, count),
  /** Objects that would be written: what the phrase of the confirmation names. */
  objects: count,
  steps: count,
  /** Microsoft throttles each group by itself, so the slowest says how long it takes. */
  stepsByGroup: z.partialRecord(serviceGroupSchema, count),
  needOwner: count,
});

export type PlanTotals = z.infer<typeof planTotalsSchema>;
