import type { RetryOptions } from "../orchestrator-state.ts";
import { ReplayTask } from "./replay-task.ts";
import { timerLimits } from "./timers.ts";

/**
 * Calls until it succeeds or the options end it. Between two calls runs a timer; after the last failure one more timer fires at once: old
 * versions scheduled it, and the SDK counts it.
 */
export function retryTask(
  options: RetryOptions,
  call: () => ReplayTask,
  startTimer: (fireAt: number) => ReplayTask,
  now: () => number,
): ReplayTask {
  const result = new ReplayTask();
  const startedAt = now();
  const expiresAt = startedAt + (options.retryTimeoutInMilliseconds ?? Number.POSITIVE_INFINITY);
  const attempts = Math.max(1, options.maxNumberOfAttempts);

  function attempt(number: number): void {
    const task = call();
    task.whenSettled(() => {
      if (task.outcome === "done") result.settle("done");
      else if (number === attempts) startTimer(now()).whenSettled(() => result.settle("failed"));
      else if (now() >= expiresAt) result.settle("failed");
      else startTimer(now() + delayAfter(number, options)).whenSettled(() => attempt(number + 1));
    });
  }

  attempt(1);
  return result;
}

function delayAfter(attempt: number, options: RetryOptions): number {
  const delay = options.firstRetryIntervalInMilliseconds * (options.backoffCoefficient ?? 1) ** (attempt - 1);
  return Math.min(delay, options.maxRetryIntervalInMilliseconds ?? timerLimits.longestMs);
}
