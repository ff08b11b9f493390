import type { OrchestrationContext } from "durable-functions";

// At least a second from the workflow's own time, so that a time in the past cannot make a loop without pause.
const shortestWaitMs = 1_000;

/** The time that an activity asked to be called again at, as a timer may have it. */
export function laterOf(context: OrchestrationContext, until: string): Date {
  const earliest = context.df.currentUtcDateTime.getTime() + shortestWaitMs;
  return new Date(Math.max(earliest, Date.parse(until)));
}
