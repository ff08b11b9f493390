import { toTimeSpan } from "../host/time-span.ts";
import { applyDecision } from "./apply-decision.ts";
import type { EpisodeDeps } from "./episode-deps.ts";
import { eventType, type HistoryEvent, stampEvent } from "./history-event.ts";
import { type Instance, isFinished } from "./instance.ts";
import { actionOf } from "./operations.ts";
import type { OrchestratorAnswer } from "./orchestrated-app.ts";
import type { Action } from "./orchestrator-state.ts";
import type { CompletionDecision } from "./replay/decision.ts";
import { type ReplayResult, replay } from "./replay/replay.ts";
import { timerLimits } from "./replay/timers.ts";
import { newId, startEvent } from "./start-event.ts";
import type { InboxMessage } from "./store/durable-store.ts";
import { versionMatches } from "./version-match.ts";

/**
 * One episode: the events that have arrived go to the orchestrator once, with the whole history; what it decides anew is written together
 * with the history, and the events are removed, in one transaction. Killed before it: the same events are there again. After it: done.
 */
export async function runEpisode(deps: EpisodeDeps, id: string): Promise<void> {
  const { store } = deps;
  const messages = store.inbox(id, deps.now());
  const instance = store.instance(id);
  const past = store.history(id);
  const arrived = messages.filter(({ executionId }) => executionId === null || executionId === instance?.executionId);
  // The start comes first in its batch, whatever was raised before it was read.
  const events = arrived.map(({ event }) => event).sort((a, b) => startFirst(a) - startFirst(b));
  const canRun =
    instance && !isFinished(instance) && (past.length > 0 || events[0]?.EventType === eventType.ExecutionStarted);
  if (!canRun) {
    store.transaction(() => store.removeMessages(messages)); // late results of something that is over
    return;
  }
  const startedAt = Math.max(deps.now(), Date.parse(past.at(-1)?.Timestamp ?? "") || 0);
  const fresh = [stampEvent({ EventType: eventType.OrchestratorStarted }, startedAt), ...events];
  const history = [...past.map((event) => ({ ...event, IsPlayed: true })), ...fresh];
  const answer = await askOrchestrator(deps, instance, history, past.length > 0);
  if (answer.kind === "state") countActions(deps, answer.state.actions.flat());
  const result = replay({ name: instance.name, executionId: instance.executionId, history, answer });
  const episode = { instance, messages, past, fresh, answer, result };
  store.transaction(() => commit(deps, episode));
  reportProblems(deps, episode);
}

function startFirst(event: HistoryEvent): number {
  return event.EventType === eventType.ExecutionStarted ? 0 : 1;
}

async function askOrchestrator(
  { app, versions }: EpisodeDeps,
  instance: Instance,
  history: readonly HistoryEvent[],
  isReplaying: boolean,
): Promise<OrchestratorAnswer> {
  if (!app.hasOrchestrator(instance.name)) {
    const reason = `The function '${instance.name}' doesn't exist, is disabled, or is not an orchestrator function.`;
    return { kind: "failure", reason: `Orchestrator function '${instance.name}' failed: ${reason}` };
  }
  if (!versionMatches(versions, instance.version)) {
    const reason = `version '${instance.version}' does not fit version '${versions.defaultVersion}' of the app.`;
    return { kind: "failure", reason: `Orchestrator function '${instance.name}' failed: ${reason}` };
  }
  return app.runOrchestrator(instance.name, {
    history,
    input: instance.input === null ? null : JSON.parse(instance.input),
    instanceId: instance.id,
    isReplaying,
    parentInstanceId: instance.parentId,
    // Schema 3 is the SDK's "V4", the newest it knows and what current extensions announce.
    upperSchemaVersion: 1,
    upperSchemaVersionNew: 3,
    longRunningTimerIntervalDuration: toTimeSpan(timerLimits.pieceMs),
    maximumShortTimerDuration: toTimeSpan(timerLimits.longestMs),
    defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
  });
}

/** Whatever the orchestrator has asked for since its generation began, so the same again in every episode. */
function countActions(deps: EpisodeDeps, actions: readonly Action[]): void {
  for (const { actionType, compoundActions = [] } of actions) {
    const name = actionOf(actionType);
    if (name) deps.count(name);
    countActions(deps, compoundActions);
  }
}

type Episode = {
  readonly instance: Instance;
  readonly messages: readonly InboxMessage[];
  readonly past: readonly HistoryEvent[];
  readonly fresh: readonly HistoryEvent[];
  readonly answer: OrchestratorAnswer;
  readonly result: ReplayResult;
};

function commit(deps: EpisodeDeps, { instance, messages, past, fresh, answer, result }: Episode): void {
  const { store } = deps;
  const now = deps.now();
  const completion = result.decisions.find((decision) => decision.kind === "completion");
  const custom =
    answer.kind === "state" && answer.state.customStatus ? JSON.stringify(answer.state.customStatus) : null;
  const current: Instance = {
    ...instance,
    status: "Running",
    updatedAt: now,
    customStatus: custom ?? instance.customStatus,
  };
  const kept = new Set(result.carriedOver);
  store.removeMessages(
    completion?.status === "ContinuedAsNew" ? messages.filter(({ event }) => !kept.has(event)) : messages,
  );
  const decided = result.decisions.map((decision) => stampEvent(applyDecision(deps, current, decision), now));
  if (completion?.status === "ContinuedAsNew") {
    startNextGeneration(deps, current, completion);
    return;
  }
  const closing = stampEvent({ EventType: eventType.OrchestratorCompleted }, now);
  store.appendHistory(instance.id, past.length, [...fresh, ...decided, closing]);
  if (completion) store.dropExecution(instance.id, instance.executionId); // cancelled timers and late results
  store.putInstance(completion ? { ...current, status: endStatus(completion), output: completion.result } : current);
}

function endStatus({ status }: CompletionDecision): Instance["status"] {
  return status === "ContinuedAsNew" ? "Running" : status;
}

/** Same instance, new execution id, empty history: what is still on its way to the old one is dropped. */
function startNextGeneration({ store, now }: EpisodeDeps, instance: Instance, { result }: CompletionDecision): void {
  store.clearHistory(instance.id);
  store.dropExecution(instance.id, instance.executionId);
  const next: Instance = { ...instance, executionId: newId(), input: result };
  store.putInstance(next);
  store.post(next.id, next.executionId, startEvent(next, now()));
}

function reportProblems({ store, log }: EpisodeDeps, { instance, answer, result }: Episode): void {
  const what = `orchestrator '${instance.name}' (instance ${instance.id})`;
  const reused = answer.kind === "state" ? answer.reusedTasks : [];
  if (reused.length > 0) {
    log(
      "error",
      `The ${what} put a pending task into a second Task.any or Task.all: ${reused.join(", ")}. ` +
        "It is scheduled twice, and results go to the wrong tasks. Make a fresh task for each composite.",
    );
  }
  const completed = result.decisions.some((decision) => decision.kind === "completion");
  if (!completed && result.waitingFor === 0 && !store.hasInbox(instance.id)) {
    log("error", `The ${what} is Running with nothing open and nothing queued: it will never end.`);
  }
}
