import { type GraphSpent, nothingSpent, type RetryShare } from "../../domain/graph/graph-client.ts";
import { retryBudget, retryLimits } from "./graph-limits.ts";

/** What one client has done in one service group, and what it may still spend on retries. */
export type GroupUsage = {
  /** Requests that were sent, those of a batch counted one by one; how many of them for the first time. */
  readonly countRequests: (count: number, first: number) => void;
  readonly requests: () => number;
  /** Answers 429, and for how many milliseconds they hold the group up beyond what held it up before. */
  readonly throttledBy: (answers: number, heldMs: number) => void;
  readonly spent: () => GraphSpent;
  /** Whether one more read may be retried after this answer (undefined: none came); counts it. */
  readonly mayRetry: (status: number | undefined) => boolean;
  /** Whether a read may wait while Graph holds the group up for so many milliseconds more. */
  readonly mayWait: (heldMs: number) => boolean;
  /** Whether the work is to be deferred, because Graph holds the group up from now until then. */
  readonly shouldDefer: (nowMs: number, heldUntilMs: number) => boolean;
};

export type GroupUsageOptions = {
  readonly share?: RetryShare | undefined;
  readonly deadlineAt?: string | null | undefined;
};

const whole: RetryShare = { ...nothingSpent, groups: 1 };

export function makeGroupUsage({ share = whole, deadlineAt }: GroupUsageOptions = {}): GroupUsage {
  const lastReturnMs = deadlineAt ? Date.parse(deadlineAt) - retryLimits.leftToReadMs : 0;
  let requests = 0;
  let firstTries = 0;
  let throttled = 0;
  let retried = 0;
  let heldMs = 0;

  /** The group's share of a budget of the run. */
  function allowed(kind: keyof typeof retryBudget): number {
    const { atLeast, share: perRequest } = retryBudget[kind];
    return Math.floor(atLeast / share.groups) + (share.asked + firstTries) * perRequest;
  }

  const isHeldTooLong = (): boolean => heldMs > retryLimits.longestHeldMs;
  return {
    countRequests: (count, first) => {
      requests += count;
      firstTries += first;
    },
    requests: () => requests,
    throttledBy: (answers, ms) => {
      throttled += answers;
      heldMs += ms;
    },
    spent: () => ({ asked: firstTries, throttled, retried }),
    mayRetry: (status) => {
      if (status === 429) {
        // Each answer 429 is one retry at most, and was counted when it came.
        return !isHeldTooLong() && share.throttled + throttled <= allowed("throttled");
      }
      if (share.retried + retried + 1 > allowed("failed")) return false;
      retried += 1;
      return true;
    },
    mayWait: (ms) => ms <= 0 || (ms <= retryLimits.longestRetryAfterMs && !isHeldTooLong()),
    shouldDefer: (nowMs, heldUntilMs) =>
      heldUntilMs - nowMs > retryLimits.longestRetryAfterMs && heldUntilMs <= lastReturnMs,
  };
}
