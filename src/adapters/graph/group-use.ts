import { retryBudget, retryLimits } from "./graph-limits.ts";

/** What one client has done in one service group, and what it may still spend on asking again. */
export type GroupUse = {
  /** Requests that were sent, parts of a batch counted one by one. */
  readonly asked: (count: number) => void;
  readonly requests: () => number;
  /** Answers 429, and for how many milliseconds they hold the group up beyond what held it up before. */
  readonly throttledBy: (answers: number, heldMs: number) => void;
  readonly throttled: () => number;
  /** Whether one more read may be asked again after this answer (undefined: none came); counts it. */
  readonly mayAskAgain: (status: number | undefined) => boolean;
  /** Whether a read may wait while Graph holds the group up for so many milliseconds more. */
  readonly mayWait: (heldMs: number) => boolean;
};

export function makeGroupUse(): GroupUse {
  let requests = 0;
  let throttled = 0;
  let heldMs = 0;
  let askedAgain = 0;
  const isWithinBudget = (): boolean => heldMs <= retryBudget.longestHeldMs;
  return {
    asked: (count) => {
      requests += count;
    },
    requests: () => requests,
    throttledBy: (answers, ms) => {
      throttled += answers;
      heldMs += ms;
    },
    throttled: () => throttled,
    mayAskAgain: (status) => {
      if (status === 429) return isWithinBudget();
      askedAgain += 1;
      return askedAgain <= Math.max(retryBudget.failedAtLeast, requests * retryBudget.failedShare);
    },
    mayWait: (ms) => ms <= 0 || (ms <= retryLimits.longestRetryAfterMs && isWithinBudget()),
  };
}
