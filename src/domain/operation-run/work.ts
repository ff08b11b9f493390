import { z } from "zod";
import { failureSchema } from "../failure/failure.ts";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";

/**
 * What a workflow hands to each of its activities: the attempt that the work is for. Of a workflow that a newer version
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

/** The attempt no longer holds the run, so its worker stops without writing anything. */
export const endedSchema = z.strictObject({ kind: z.literal("ended") });

export const stopSchemas = [
  endedSchema,
  /** Somebody asked for the run to be cancelled. */
  z.strictObject({ kind: z.literal("cancelled") }),
  /** The whole run cannot go on, and trying again does not help. */
  z.strictObject({ kind: z.literal("stop"), failure: failureSchema }),
] as const;

/** It cannot go on now; ask again at `until`. */
export const busySchema = z.strictObject({ kind: z.literal("busy"), until: z.iso.datetime() });

/** How an activity ended that did a part of a run's work as the holder of a lease. */
export const workOutcomeSchema = z.discriminatedUnion("kind", [
  ...stopSchemas,
  z.strictObject({ kind: z.literal("done") }),
  busySchema,
]);
export type WorkOutcome = z.infer<typeof workOutcomeSchema>;

/** Why work on an attempt ends before it is done. */
export type WorkStop = z.infer<(typeof stopSchemas)[number]>;
