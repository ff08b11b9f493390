import { z } from "zod";
import { failureSchema } from "../failure/failure.ts";
import { tenantIdSchema } from "../tenant/tenant-scope.ts";

/**
 * What workflow and activities say to each other: small, parsed on both sides. Of a workflow that a newer version
 * started, an older activity passes over what was added.
 */
export const workSchema = z.object({
  tenantId: tenantIdSchema,
  runId: z.string(),
  attempt: z.int().min(1),
  /** W3C traceparent of the request that started the run; a workflow of an older version has none. */
  traceparent: z.string().optional(),
});
export type Work = z.infer<typeof workSchema>;

export const groupWorkSchema = workSchema.extend({ group: z.string(), types: z.array(z.string()) });
export type GroupWork = z.infer<typeof groupWorkSchema>;

/** `ended`: the attempt no longer holds the run, so its worker stops without writing anything. */
const ended = z.strictObject({ kind: z.literal("ended") });

const groupPlanSchema = z.strictObject({ group: z.string(), types: z.array(z.string()) });

export const planSchema = z.discriminatedUnion("kind", [
  ended,
  z.strictObject({
    kind: z.literal("planned"),
    /** Service groups that can be read at once. */
    groups: z.array(groupPlanSchema),
    /** What can only be read when the groups before are done: objects that others refer to. */
    references: z.array(groupPlanSchema),
  }),
]);
export type Plan = z.infer<typeof planSchema>;

export const groupOutcomeSchema = z.discriminatedUnion("kind", [
  ended,
  z.strictObject({ kind: z.literal("done") }),
  /** Another run reads this service group of the tenant; ask again at `until`. */
  z.strictObject({ kind: z.literal("busy"), until: z.iso.datetime() }),
  /** Somebody asked for the run to be cancelled. */
  z.strictObject({ kind: z.literal("cancelled") }),
  /** The whole run cannot go on, and trying again does not help. */
  z.strictObject({ kind: z.literal("stop"), failure: failureSchema }),
]);
export type GroupOutcome = z.infer<typeof groupOutcomeSchema>;

/** How the workflow wants the run to end; without a reason the parts decide. */
export const endingWorkSchema = workSchema.extend({
  reason: z.enum(["done", "cancelled", "stopped", "broken"]),
  failure: failureSchema.nullable(),
});
export type EndingWork = z.infer<typeof endingWorkSchema>;
