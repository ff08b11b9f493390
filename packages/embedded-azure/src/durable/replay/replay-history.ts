import { eventName } from "../event-name.ts";
import { eventType, type HistoryEvent } from "../history-event.ts";
import type { OrchestratedApp } from "../orchestrated-app.ts";
import type { Decision } from "./decision.ts";
import { replay } from "./replay.ts";

/** One generation of an instance as the engine stored it. */
export type RecordedHistory = {
  readonly orchestrator: string;
  readonly instanceId: string;
  readonly executionId: string;
  readonly parentId: string | null;
  /** What the orchestrator was started with, parsed. */
  readonly input: unknown;
  readonly history: readonly HistoryEvent[];
};

const decided: ReadonlySet<number> = new Set([
  eventType.TaskScheduled,
  eventType.TimerCreated,
  eventType.SubOrchestrationInstanceCreated,
  eventType.ExecutionCompleted,
]);

/**
 * Replays a recorded history episode by episode, as if an upgrade had come between any two: today's code is given what
 * had happened so far, and must decide what was decided then. Answers a sentence for the first episode where it does
 * not, undefined when all agree.
 */
export async function replayHistory(app: OrchestratedApp, recorded: RecordedHistory): Promise<string | undefined> {
  const { orchestrator, executionId } = recorded;
  const episodes = episodesOf(recorded.history);
  let past: HistoryEvent[] = [];
  for (const [index, episode] of episodes.entries()) {
    const unconfirmed = episode.filter(({ EventType }) => !isDecision(EventType) && !isClosing(EventType));
    const history = [...past.map((event) => ({ ...event, IsPlayed: true })), ...unconfirmed];
    const answer = await app.runOrchestrator(orchestrator, triggerOf(recorded, history, index > 0));
    const { decisions } = replay({ name: orchestrator, executionId, history, answer });
    const then = episode.filter(({ EventType }) => isDecision(EventType)).map(textOfEvent);
    const today = decisions.map(textOfDecision);
    if (then.join() !== today.join()) {
      return `${orchestrator}, episode ${index + 1}: recorded [${then.join(", ")}], today [${today.join(", ")}]`;
    }
    past = [...past, ...episode];
  }
  return undefined;
}

function episodesOf(history: readonly HistoryEvent[]): HistoryEvent[][] {
  const episodes: HistoryEvent[][] = [];
  for (const event of history) {
    if (event.EventType === eventType.OrchestratorStarted) episodes.push([]);
    episodes.at(-1)?.push(event);
  }
  return episodes;
}

function isDecision(type: number): boolean {
  return decided.has(type);
}

function isClosing(type: number): boolean {
  return type === eventType.OrchestratorCompleted;
}

function triggerOf({ input, instanceId, parentId }: RecordedHistory, history: HistoryEvent[], isReplaying: boolean) {
  return {
    history,
    input,
    instanceId,
    isReplaying,
    parentInstanceId: parentId,
    upperSchemaVersion: 1,
    upperSchemaVersionNew: 3,
    longRunningTimerIntervalDuration: "3.00:00:00",
    maximumShortTimerDuration: "6.00:00:00",
    defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
  };
}

/** What the engine compares: order, kind and name. An input may grow; who reads it accepts the one before. */
function textOfEvent({ EventType, Name = "", OrchestrationStatus, Result }: HistoryEvent): string {
  return textOf(eventName(EventType), OrchestrationStatus ? endText(OrchestrationStatus, Result) : Name);
}

const eventOfDecision = {
  activity: "TaskScheduled",
  timer: "TimerCreated",
  subOrchestration: "SubOrchestrationInstanceCreated",
  completion: "ExecutionCompleted",
} as const satisfies Record<Decision["kind"], string>;

function textOfDecision(decision: Decision): string {
  const what = eventOfDecision[decision.kind];
  if (decision.kind === "timer") return textOf(what, "");
  return textOf(what, decision.kind === "completion" ? endText(decision.status, decision.result) : decision.name);
}

function textOf(what: string, which: string): string {
  return which === "" ? what : `${what} ${which}`;
}

/** A failure is reported with its reason: that today's code does not fit the history is one, too. */
function endText(status: string, result: string | null = null): string {
  return status === "Failed" ? `Failed (${result})` : status;
}
