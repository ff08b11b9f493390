import { z } from "zod";
import { failureSchema } from "../failure/failure.ts";
import { endedSchema, workSchema } from "../operation-run/work.ts";

/* What the workflow that reads a tenant and its activities say to each other: small, parsed on both sides. */

export const groupWorkSchema = workSchema.extend({ group: z.string(), types: z.array(z.string()) });
export type GroupWork = z.infer<typeof groupWorkSchema>;

const groupPlanSchema = z.strictObject({ group: z.string(), types: z.array(z.string()) });

export const planSchema = z.discriminatedUnion("kind", [
  endedSchema,
  z.strictObject({
    kind: z.literal("planned"),
    /** Service groups that can be read at once. */
    groups: z.array(groupPlanSchema),
    /** What can only be read when the groups before are done: objects that others refer to. */
    references: z.array(groupPlanSchema),
  }),
]);
export type Plan = z.infer<typeof planSchema>;

/** How the workflow wants the run to end; without a reason the parts decide. */
export const endingWorkSchema = workSchema.extend({
  reason: z.enum(["done", "cancelled", "stopped", "broken"]),
  failure: failureSchema.nullable(),
});
export type EndingWork = z.infer<typeof endingWorkSchema>;
