import { eventType, type HistoryEvent } from "../history-event.ts";
import type { OrchestratorAnswer } from "../orchestrated-app.ts";
import type { Action, OrchestratorState } from "../orchestrator-state.ts";
import type { CompletionDecision, Decision } from "./decision.ts";
import { makeEventWaiters } from "./event-waiters.ts";
import { makePendingDecisions, NonDeterminism, type PendingDecisions } from "./pending-decisions.ts";
import { type ActionStarter, makeActionStarter, toJson, UnsupportedAction } from "./start-action.ts";

export type ReplayInput = {
  readonly name: string;
  readonly executionId: string;
  /** Everything so far, with the events of this episode last. */
  readonly history: readonly HistoryEvent[];
  readonly answer: OrchestratorAnswer;
};

export type ReplayResult = {
  readonly decisions: readonly Decision[];
  /** External events that arrived after continueAsNew was called: the next generation gets them. */
  readonly carriedOver: readonly HistoryEvent[];
  /** Tasks and external events that may still move the orchestrator on. */
  readonly waitingFor: number;
};

type Outcome = {
  readonly status: "Completed" | "Failed";
  readonly result: string | null;
  readonly failureDetails: object | null;
};

/**
 * From the history and the SDK's list of actions to what is new: what the extension's out-of-process shim does on DurableTask.Core.
 * Each listed action is started, then awaited, before the next one; starting takes the next sequence number; what the history
 * already holds is confirmed, the rest is new.
 */
export function replay(input: ReplayInput): ReplayResult {
  if (input.answer.kind === "failure") return failWithoutState(input.history, input.answer.reason);
  const { state } = input.answer;
  const decisions = makePendingDecisions();
  const waiters = makeEventWaiters();
  const carriedOver: HistoryEvent[] = [];
  let now = 0;
  let ending: Outcome | undefined;
  let terminated: { readonly reason: string | null } | undefined;
  const actions = makeActionStarter({ executionId: input.executionId, decisions, waiters, now: () => now });

  const handlers: Readonly<Record<number, (event: HistoryEvent) => void>> = {
    [eventType.OrchestratorStarted]: (event) => {
      now = Math.max(now, Date.parse(event.Timestamp));
    },
    [eventType.ExecutionStarted]: () => {
      walkActions(input.name, state, actions, (how) => {
        ending = how;
      });
    },
    [eventType.TaskScheduled]: (event) => decisions.confirm(event, "activity"),
    [eventType.TimerCreated]: (event) => decisions.confirm(event, "timer"),
    [eventType.SubOrchestrationInstanceCreated]: (event) => decisions.confirm(event, "subOrchestration"),
    [eventType.TaskCompleted]: (event) => decisions.settle(event.TaskScheduledId, "done"),
    [eventType.SubOrchestrationInstanceCompleted]: (event) => decisions.settle(event.TaskScheduledId, "done"),
    [eventType.TaskFailed]: (event) => decisions.settle(event.TaskScheduledId, "failed"),
    [eventType.SubOrchestrationInstanceFailed]: (event) => decisions.settle(event.TaskScheduledId, "failed"),
    [eventType.TimerFired]: (event) => decisions.settle(event.TimerId, "done"),
    [eventType.EventRaised]: (event) => {
      if (actions.continuedWith()) carriedOver.push(event);
      else waiters.raise(event.Name ?? "");
    },
    [eventType.ExecutionTerminated]: (event) => {
      terminated ??= { reason: event.Input ?? null };
    },
  };

  try {
    for (const event of input.history) handlers[event.EventType]?.(event);
  } catch (error) {
    if (!(error instanceof NonDeterminism || error instanceof UnsupportedAction)) throw error;
    decisions.clear();
    ending = failure(error.message);
    complete(decisions, { ...ending });
    return { decisions: decisions.unconfirmed(), carriedOver: [], waitingFor: 0 };
  }
  if (terminated) complete(decisions, { status: "Terminated", result: terminated.reason, failureDetails: null });
  // A finished orchestrator stays Running while a task it started is open: the reason why timers must be cancelled.
  else if (ending && decisions.openTasks() === 0) complete(decisions, continued(ending, actions) ?? ending);
  return { decisions: decisions.unconfirmed(), carriedOver, waitingFor: decisions.openTasks() + waiters.waiting() };
}

/** Walks the listed actions as far as their tasks have settled, and on from there as they settle. */
function walkActions(
  name: string,
  state: OrchestratorState,
  actions: ActionStarter,
  end: (ending: Outcome) => void,
): void {
  const listed: readonly Action[] = state.actions[0] ?? [];
  function from(index: number): void {
    const action = listed[index];
    if (action) actions.start(action).whenSettled(() => from(index + 1));
    else endOf(name, state, end);
  }
  from(0);
}

/** The orchestrator did not even answer with its actions: nothing can be compared, the instance ends. */
function failWithoutState(history: readonly HistoryEvent[], reason: string): ReplayResult {
  const id = Math.max(...history.map((event) => event.EventId)) + 1;
  const termination = history.find((event) => event.EventType === eventType.ExecutionTerminated);
  const ending = termination
    ? ({ status: "Terminated", result: termination.Input ?? null, failureDetails: null } as const)
    : failure(reason);
  return { decisions: [{ kind: "completion", id, ...ending }], carriedOver: [], waitingFor: 0 };
}

function endOf(name: string, state: OrchestratorState, end: (ending: Outcome) => void): void {
  if (state.error) {
    end({
      ...failure(`Orchestrator function '${name}' failed: ${state.error}`),
      failureDetails: state.failureDetails ?? null,
    });
  } else if (state.isDone) {
    end({ status: "Completed", result: toJson(state.output), failureDetails: null });
  }
}

function failure(result: string): Outcome {
  return { status: "Failed", result, failureDetails: null };
}

function continued(ending: Outcome, actions: ActionStarter): Omit<CompletionDecision, "kind" | "id"> | undefined {
  const next = actions.continuedWith();
  if (!next || ending.status !== "Completed") return undefined;
  return { status: "ContinuedAsNew", result: toJson(next.input), failureDetails: null };
}

function complete(decisions: PendingDecisions, how: Omit<CompletionDecision, "kind" | "id">): void {
  decisions.decide((id) => ({ kind: "completion", id, ...how }));
}
