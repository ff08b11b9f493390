import { z } from "zod";
import { countsSchema, noCounts } from "../counts/counts.ts";
import { nothingSpent } from "../graph/graph-client.ts";

/**
 * Why a service group does not go on: `throttled` by Microsoft Graph, `paced` so that the limits which Graph publishes are
 * kept, `paused` by a person, or `busy` because somebody else holds the lease on the same group of the tenant, or children
 * of other fleets have all places. A newer version may have other reasons.
 */
export const groupWaitSchema = z.object({
  reason: z.string().meta({ examples: ["throttled", "paced", "paused", "busy"] }),
  until: z.iso.datetime(),
});

export type GroupWait = z.infer<typeof groupWaitSchema>;

/** How far one service group is, as the activity that owns it tells with its signs of life. */
export const groupProgressSchema = z.object({
  ...countsSchema.shape,
  /** Answers 429 of Microsoft Graph in this attempt, those inside batches one by one. */
  throttled: z.int().min(0).default(0),
  /** Requests of this attempt, as its budget of retries counts them: sent for the first time, and again after a failure. */
  asked: z.int().min(0).default(0),
  retried: z.int().min(0).default(0),
  waiting: groupWaitSchema.nullable().default(null),
});

export type GroupProgress = z.infer<typeof groupProgressSchema>;

export const noProgress: GroupProgress = { ...noCounts, ...nothingSpent, waiting: null };
