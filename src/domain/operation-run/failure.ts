import { z } from "zod";
import { errorCodeSchema } from "../error/error-codes.ts";

/** One reason why (part of) a run failed: a stable code, a sanitised sentence, what it concerns, how often. */
export const failureSchema = z.strictObject({
  code: errorCodeSchema,
  message: z.string().max(500),
  /** An object type or `type/id`; empty when the whole run is concerned. */
  target: z.string(),
  count: z.int().min(1),
});

export type Failure = z.infer<typeof failureSchema>;

/** Failures with the same code and target become one with the sum of their counts; order of first appearance is kept. */
export function mergeFailures(failures: readonly Failure[]): Failure[] {
  const merged = new Map<string, Failure>();
  for (const failure of failures) {
    const key = `${failure.code}\n${failure.target}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, count: known.count + failure.count } : failure);
  }
  return [...merged.values()];
}
