import { z } from "zod";
import { countsSchema, noCounts } from "../counts/counts.ts";
import { nothingSpent } from "../graph/graph-client.ts";

/**
 * Why a service group does not go on: `throttled` by Microsoft Graph, `paced` so that the limits which Graph publishes are
 * kept, `paused` by a person, or `busy` because somebody else holds the lease on the same group of the tenant, or children
 * of other fleets have all slots. A newer version may have other reasons.
 */
export const groupWaitSchema = z.object({
  reason: z.string().meta({ examples: ["throttled", "paced", "paused", "busy"] }),
  until: z.iso.datetime(),
});

export type GroupWait = z.infer<typeof groupWaitSchema>;

const count = z.int().min(0).default(0);

/**
 * How far one service group is, as the activity that owns it reports with its heartbeats. Each patch of a run is charged by
 * the size of the whole document, so what is not said is none: see `toSmallProgress`.
 */
export const groupProgressSchema = z
  .object({
    total: countsSchema.shape.total.default(null),
    /** Not said where it is those that succeeded and those that failed. */
    processed: z.int().min(0).optional(),
    succeeded: count,
    failed: count,
    skipped: count,
    gaps: count,
    /** Answers 429 of Microsoft Graph in this attempt, those inside batches one by one. */
    throttled: count,
    /**
     * Requests of this attempt, as its budget of retries counts them: sent for the first time, and again after a failure.
     * `asked` is stored, so the name stays.
     */
    asked: count,
    retried: count,
    waiting: groupWaitSchema.nullable().default(null),
  })
  .transform(({ processed, ...progress }) => ({
    ...progress,
    processed: processed ?? progress.succeeded + progress.failed,
  }));

export type GroupProgress = z.infer<typeof groupProgressSchema>;

/** The same, as short as it can be said. */
export function toSmallProgress({ processed, ...progress }: GroupProgress): z.input<typeof groupProgressSchema> {
  const isSum = processed === progress.succeeded + progress.failed;
  const said = Object.entries(progress).filter(([name, value]) => value !== null && (value !== 0 || name === "total"));
  return { ...Object.fromEntries(said), ...(isSum ? {} : { processed }) };
}

export const noProgress: GroupProgress = { ...noCounts, ...nothingSpent, waiting: null };
