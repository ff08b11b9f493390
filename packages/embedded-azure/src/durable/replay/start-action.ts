import { actionOf, type DurableAction } from "../operations.ts";
import type { Action } from "../orchestrator-state.ts";
import type { EventWaiters } from "./event-waiters.ts";
import type { PendingDecisions } from "./pending-decisions.ts";
import { ReplayTask } from "./replay-task.ts";
import { retryTask } from "./retry-task.ts";
import { makeTimers } from "./timers.ts";

/** An action the local engine does not carry out: the orchestration fails with this text. */
export class UnsupportedAction extends Error {
  override readonly name = "UnsupportedAction";
}

export type ActionStarter = {
  /** Starts an action and returns the task that its yield waits for. */
  readonly start: (action: Action) => ReplayTask;
  /** The input given to continueAsNew, once it was called. */
  readonly continuedWith: () => { readonly input: unknown } | undefined;
};

export type ActionScope = {
  readonly executionId: string;
  readonly decisions: PendingDecisions;
  readonly waiters: EventWaiters;
  /** The orchestrator's time, in milliseconds. */
  readonly now: () => number;
};

export function makeActionStarter(scope: ActionScope): ActionStarter {
  const { decisions, waiters } = scope;
  const timers = makeTimers(decisions, scope.now);
  let continued: { readonly input: unknown } | undefined;

  const starters: Readonly<Record<DurableAction, (action: Action) => ReplayTask>> = {
    CallActivity: (action) => callActivity(decisions, action),
    CallActivityWithRetry: (action) => retried(action, () => callActivity(decisions, action)),
    CallSubOrchestrator: (action) => callSubOrchestrator(scope, action),
    CallSubOrchestratorWithRetry: (action) => retried(action, () => callSubOrchestrator(scope, action)),
    CreateTimer: (action) => timers.start(Date.parse(action.fireAt ?? ""), action.isCanceled === true),
    WaitForExternalEvent: (action) => waiters.waitFor(action.externalEventName ?? ""),
    WhenAll: (action) => whenAll((action.compoundActions ?? []).map(start)),
    WhenAny: (action) => whenAny((action.compoundActions ?? []).map(start)),
    ContinueAsNew: (action) => {
      continued = { input: action.input };
      return ReplayTask.done();
    },
  };

  function retried(action: Action, call: () => ReplayTask): ReplayTask {
    if (!action.retryOptions) throw new UnsupportedAction("A retried call came without retry options.");
    return retryTask(action.retryOptions, call, timers.startAt, scope.now);
  }

  function start(action: Action): ReplayTask {
    const name = actionOf(action.actionType);
    if (name) return starters[name](action);
    throw new UnsupportedAction(
      `The local Durable engine does not support action type ${action.actionType} (entities, locks and durable HTTP are not there).`,
    );
  }

  return { start, continuedWith: () => continued };
}

function callActivity(decisions: PendingDecisions, action: Action): ReplayTask {
  // The extension passes activity inputs as an array of one.
  const input = JSON.stringify([action.input ?? null]);
  return decisions.decide((id) => ({ kind: "activity", id, name: action.functionName ?? "", input }));
}

function callSubOrchestrator({ decisions, executionId }: ActionScope, action: Action): ReplayTask {
  return decisions.decide((id) => ({
    kind: "subOrchestration",
    id,
    name: action.functionName ?? "",
    version: action.version,
    instanceId: action.instanceId?.trim() ? action.instanceId : `${executionId}:${id.toString(16)}`,
    input: toJson(action.input),
  }));
}

/** Ends when every child has ended, failed ones included: the SDK may have gone on at the first failure, the host has not. */
function whenAll(children: readonly ReplayTask[]): ReplayTask {
  const all = new ReplayTask();
  let left = children.length;
  for (const child of children) {
    child.whenSettled(() => {
      left -= 1;
      if (left === 0) all.settle("done");
    });
  }
  return all;
}

function whenAny(children: readonly ReplayTask[]): ReplayTask {
  const any = new ReplayTask();
  for (const child of children) child.whenSettled(() => any.settle("done"));
  return any;
}

export function toJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
