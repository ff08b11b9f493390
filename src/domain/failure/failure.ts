import { z } from "zod";
import { errorCodeSchema, storedCodeSchema } from "../error/error-codes.ts";
import type { Fault } from "../error/fault.ts";

/** One reason why (part of) a run failed: a stable code, a sanitised sentence, what it concerns, how often. */
export const failureSchema = z.strictObject({
  code: errorCodeSchema,
  message: z.string().max(500),
  /** An object type or `type/id`; empty when the whole run is concerned. */
  target: z.string(),
  count: z.int().min(1),
  /** Microsoft Graph's ids of requests that failed so, the first few: what its support asks for. */
  requestIds: z.array(z.guid()).optional(),
});

/** A failure as it is read from the store: what a newer version says beside is passed over. */
export const storedFailureSchema = failureSchema.strip().extend({ code: storedCodeSchema });

export type Failure = z.infer<typeof failureSchema>;

/** A fault as the reason that a run names. */
export function toFailure({ code, message, requestId }: Fault, target: string): Failure {
  return { code, message, target, count: 1, ...(requestId === undefined ? {} : { requestIds: [requestId] }) };
}

// One is enough to find the rest on the vendor's side; thousands would outgrow the run's document.
const requestIdsAtMost = 3;

/** Failures with the same code and target become one with the sum of their counts; order of first appearance is kept. */
export function mergeFailures(failures: readonly Failure[]): Failure[] {
  const merged = new Map<string, Failure>();
  for (const failure of failures) {
    const key = `${failure.code}\n${failure.target}`;
    const known = merged.get(key);
    merged.set(key, known ? together(known, failure) : failure);
  }
  return [...merged.values()];
}

function together(one: Failure, other: Failure): Failure {
  const requestIds = [...new Set([...(one.requestIds ?? []), ...(other.requestIds ?? [])])].slice(0, requestIdsAtMost);
  return { ...one, count: one.count + other.count, ...(requestIds.length === 0 ? {} : { requestIds }) };
}
