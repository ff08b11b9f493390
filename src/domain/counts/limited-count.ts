import { z } from "zod";

/** A count that stops at a limit: with `more` there are more than `count`. */
export const limitedCountSchema = z.object({ count: z.int().min(0), more: z.boolean() }).meta({ id: "LimitedCount" });

export type LimitedCount = z.infer<typeof limitedCountSchema>;

/** Of so many that were found, which may be one more than `max`. */
export function toLimitedCount(found: number, max: number): LimitedCount {
  return { count: Math.min(found, max), more: found > max };
}
