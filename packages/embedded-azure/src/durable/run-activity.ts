import type { EpisodeDeps } from "./episode-deps.ts";
import { eventType, type NewEvent, stampEvent } from "./history-event.ts";
import type { ActivityAnswer } from "./orchestrated-app.ts";
import type { ScheduledActivity } from "./store/durable-store.ts";

/** Runs one activity and writes its result. Killed in between, the activity is still scheduled and runs again: at least once. */
export async function runActivity(deps: EpisodeDeps, activity: ScheduledActivity): Promise<void> {
  const { store } = deps;
  const input: unknown = JSON.parse(activity.input)[0];
  const answer = await deps.app.runActivity(activity.name, activity.instanceId, JSON.stringify(input));
  const event = stampEvent(toEvent(activity, answer), deps.now());
  store.transaction(() => {
    if (store.removeActivity(activity.n)) store.post(activity.instanceId, activity.executionId, event);
  });
}

function toEvent({ taskId }: ScheduledActivity, answer: ActivityAnswer): NewEvent {
  if (answer.kind === "completed") {
    return { EventType: eventType.TaskCompleted, TaskScheduledId: taskId, Result: answer.result ?? "null" };
  }
  const { reason, details } = answer;
  const failed = { EventType: eventType.TaskFailed, TaskScheduledId: taskId, FailureDetails: null };
  return { ...failed, Reason: reason, Details: details };
}
