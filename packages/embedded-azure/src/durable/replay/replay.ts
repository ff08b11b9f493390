import { eventType, type HistoryEvent } from "../history-event.ts";
import type { OrchestratorAnswer } from "../orchestrated-app.ts";
import type { Action, OrchestratorState } from "../orchestrator-state.ts";
import type { CompletionDecision, Decision } from "./decision.ts";
import { type DecisionBook, makeDecisionBook, NonDeterminism } from "./decision-book.ts";
import { makeEventWaiters } from "./event-waiters.ts";
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

type Ending = {
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
  const book = makeDecisionBook();
  const waiters = makeEventWaiters();
  const carriedOver: HistoryEvent[] = [];
  let now = 0;
  let ending: Ending | undefined;
  let terminated: { readonly reason: string | null } | undefined;
  const actions = makeActionStarter({ executionId: input.executionId, book, waiters, now: () => now });

  const handlers: Readonly<Record<number, (event: HistoryEvent) => void>> = {
    [eventType.OrchestratorStarted]: (event) => {
      now = Math.max(now, Date.parse(event.Timestamp));
    },
    [eventType.ExecutionStarted]: () => {
      walkActions(input.name, state, actions, (how) => {
        ending = how;
      });
    },
    [eventType.TaskScheduled]: (event) => book.confirm(event, "activity"),
    [eventType.TimerCreated]: (event) => book.confirm(event, "timer"),
    [eventType.SubOrchestrationInstanceCreated]: (event) => book.confirm(event, "subOrchestration"),
    [eventType.TaskCompleted]: (event) => book.settle(event.TaskScheduledId, "done"),
    [eventType.SubOrchestrationInstanceCompleted]: (event) => book.settle(event.TaskScheduledId, "done"),
    [eventType.TaskFailed]: (event) => book.settle(event.TaskScheduledId, "failed"),
    [eventType.SubOrchestrationInstanceFailed]: (event) => book.settle(event.TaskScheduledId, "failed"),
    [eventType.TimerFired]: (event) => book.settle(event.TimerId, "done"),
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
    book.clear();
    ending = failure(error.message);
    complete(book, { ...ending });
    return { decisions: book.fresh(), carriedOver: [], waitingFor: 0 };
  }
  if (terminated) complete(book, { status: "Terminated", result: terminated.reason, failureDetails: null });
  // A finished orchestrator stays Running while a task it started is open: the reason why timers must be cancelled.
  else if (ending && book.openTasks() === 0) complete(book, continued(ending, actions) ?? ending);
  return { decisions: book.fresh(), carriedOver, waitingFor: book.openTasks() + waiters.waiting() };
}

/** Walks the listed actions as far as their tasks have settled, and on from there as they settle. */
function walkActions(
  name: string,
  state: OrchestratorState,
  actions: ActionStarter,
  end: (ending: Ending) => void,
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

function endOf(name: string, state: OrchestratorState, end: (ending: Ending) => void): void {
  if (state.error) {
    end({
      ...failure(`Orchestrator function '${name}' failed: ${state.error}`),
      failureDetails: state.failureDetails ?? null,
    });
  } else if (state.isDone) {
    end({ status: "Completed", result: toJson(state.output), failureDetails: null });
  }
}

function failure(result: string): Ending {
  return { status: "Failed", result, failureDetails: null };
}

function continued(ending: Ending, actions: ActionStarter): Omit<CompletionDecision, "kind" | "id"> | undefined {
  const next = actions.continuedWith();
  if (!next || ending.status !== "Completed") return undefined;
  return { status: "ContinuedAsNew", result: toJson(next.input), failureDetails: null };
}

function complete(book: DecisionBook, how: Omit<CompletionDecision, "kind" | "id">): void {
  book.decide((id) => ({ kind: "completion", id, ...how }));
}
