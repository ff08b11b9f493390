import { z } from "zod";

const count = z.int().min(0);

/** `total, processed, succeeded, failed` are objects; `skipped` and `gaps` are object types (runs.md 6). */
export const countsSchema = z.object({
  /** Null until every list has ended. */
  total: count.nullable(),
  processed: count,
  succeeded: count,
  failed: count,
  skipped: count,
  gaps: count,
});

export type Counts = z.infer<typeof countsSchema>;

export const noCounts: Counts = { total: null, processed: 0, succeeded: 0, failed: 0, skipped: 0, gaps: 0 };

/** The sum of the parts; the total is unknown while that of any part is. */
export function sumCounts(parts: readonly Counts[]): Counts {
  return parts.reduce(
    (sum, part) => ({
      total: sum.total === null || part.total === null ? null : sum.total + part.total,
      processed: sum.processed + part.processed,
      succeeded: sum.succeeded + part.succeeded,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
      gaps: sum.gaps + part.gaps,
    }),
    { ...noCounts, total: 0 },
  );
}
