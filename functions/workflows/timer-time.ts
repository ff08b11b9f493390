import type { OrchestrationContext } from "durable-functions";

// At least a second from the workflow's own time, so that a time in the past cannot make a loop without pause.
const shortestWaitMs = 1_000;

/** The time that an activity asked to be called again at, in a form that a timer takes. */
export function timerTime(context: OrchestrationContext, until: string): Date {
  const earliest = context.df.currentUtcDateTime.getTime() + shortestWaitMs;
  return new Date(Math.max(earliest, Date.parse(until)));
}
