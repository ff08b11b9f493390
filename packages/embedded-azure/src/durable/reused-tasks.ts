import type { Action } from "./orchestrator-state.ts";

/**
 * Names the tasks that an orchestrator yielded in more than one composite, from the action objects themselves: the SDK schedules such a
 * task twice and its sequence numbers drift from the host's (azure-functions-durable-js issue 574).
 */
export function findReusedTasks(actions: readonly (readonly Action[])[]): readonly string[] {
  const seen = new Set<Action>();
  const reused = new Set<Action>();
  const visit = (action: Action): void => {
    if (seen.has(action)) reused.add(action);
    seen.add(action);
    for (const child of action.compoundActions ?? []) visit(child);
  };
  for (const action of actions.flat()) visit(action);
  return [...reused].map((action) => action.functionName ?? action.externalEventName ?? `timer ${action.fireAt}`);
}
