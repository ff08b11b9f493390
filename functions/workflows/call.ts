import { type OrchestrationContext, RetryOptions, type Task } from "durable-functions";
import type { z } from "zod";

/** What a workflow may do with a step: yield it, and get the parsed result. */
export type Step<T> = Generator<Task, T, unknown>;

// A step that throws is tried again by the engine: 2 s, then 4 s, then the workflow gets the error.
const firstRetryIntervalMs = 2_000;
const maxAttempts = 3;
const backoffCoefficient = 2;

/** Calls an activity with the product's retry policy and parses what it answers: the SDK types results as `any`. */
export function* call<S extends z.ZodType>(
  context: OrchestrationContext,
  activity: string,
  input: object,
  schema: S,
): Step<z.infer<S>> {
  const retry = new RetryOptions(firstRetryIntervalMs, maxAttempts);
  retry.backoffCoefficient = backoffCoefficient;
  const result = yield context.df.callActivityWithRetry(activity, retry, input);
  return schema.parse(result);
}
