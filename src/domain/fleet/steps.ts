import { z } from "zod";
import { workSchema } from "../observation/steps.ts";

/** What the fleet's workflow and its activities say to each other. */
export const fleetWorkSchema = workSchema.extend({
  /** Whether every tenant has its link; true from the second generation of the workflow on. */
  isPlanned: z.boolean().default(false),
});
export type FleetWork = z.infer<typeof fleetWorkSchema>;

/** `ended`: the attempt no longer holds the run, so its worker stops without writing anything. */
const ended = z.strictObject({ kind: z.literal("ended") });

export const fleetPlanSchema = z.discriminatedUnion("kind", [ended, z.strictObject({ kind: z.literal("planned") })]);
export type FleetPlan = z.infer<typeof fleetPlanSchema>;

export const fleetStepSchema = z.discriminatedUnion("kind", [
  ended,
  /** Somebody works, or the platform is paused: look again then. */
  z.strictObject({ kind: z.literal("wait"), until: z.iso.datetime() }),
  z.strictObject({ kind: z.literal("done") }),
  z.strictObject({ kind: z.literal("cancelled") }),
]);
export type FleetStep = z.infer<typeof fleetStepSchema>;

export const fleetEndSchema = workSchema.extend({ reason: z.enum(["done", "cancelled"]) });
export type FleetEnd = z.infer<typeof fleetEndSchema>;
