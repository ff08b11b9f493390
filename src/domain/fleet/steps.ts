import { z } from "zod";
import { endedSchema, workSchema } from "../operation-run/work.ts";

/** What the fleet's workflow and its activities say to each other. */
export const fleetWorkSchema = workSchema.extend({
  /** Whether every tenant has its link; true from the second generation of the workflow on. */
  isPlanned: z.boolean().default(false),
});
export type FleetWork = z.infer<typeof fleetWorkSchema>;

export const fleetPlanSchema = z.discriminatedUnion("kind", [
  endedSchema,
  z.strictObject({ kind: z.literal("planned") }),
]);
export type FleetPlan = z.infer<typeof fleetPlanSchema>;

export const fleetStepSchema = z.discriminatedUnion("kind", [
  endedSchema,
  /** Somebody works, or the platform is paused: look again then. */
  z.strictObject({ kind: z.literal("wait"), until: z.iso.datetime() }),
  z.strictObject({ kind: z.literal("done") }),
  z.strictObject({ kind: z.literal("cancelled") }),
]);
export type FleetStep = z.infer<typeof fleetStepSchema>;

export const fleetEndSchema = workSchema.extend({ reason: z.enum(["done", "cancelled"]) });
export type FleetEnd = z.infer<typeof fleetEndSchema>;
