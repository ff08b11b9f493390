import type { ActivityAnswer, OrchestratedApp, OrchestratorAnswer } from "../../durable/orchestrated-app.ts";
import { type Action, type OrchestratorState, stateInMessage } from "../../durable/orchestrator-state.ts";
import { type FunctionRegistry, type RegisteredFunction, triggerType } from "../function-registry.ts";
import type { InvocationResult, Invoker } from "../invoke.ts";
import type { NamedData } from "../programming-model.ts";
import { fromTypedData, type TypedData } from "../typed-data.ts";

type Deps = {
  readonly registry: FunctionRegistry;
  readonly invoker: Invoker;
  readonly extraInputs: (fn: RegisteredFunction) => readonly NamedData[];
};

/** Lets the Durable engine call the orchestrators and activities of the app. */
export function makeAppForEngine({ registry, invoker, extraInputs }: Deps): OrchestratedApp {
  function find(type: string, name: string): RegisteredFunction | undefined {
    const fn = registry.functions.get(name.toLowerCase());
    return fn && triggerType(fn) === type ? fn : undefined;
  }

  function call(fn: RegisteredFunction, data: TypedData, instanceId: string): Promise<InvocationResult> {
    return invoker.invoke(fn, {
      inputData: [{ name: fn.triggerName, data }, ...extraInputs(fn)],
      triggerMetadata: { InstanceId: { string: instanceId } },
    });
  }

  return {
    hasOrchestrator: (name) => find("orchestrationtrigger", name) !== undefined,

    async runOrchestrator(name, input): Promise<OrchestratorAnswer> {
      const fn = find("orchestrationtrigger", name);
      if (!fn) return { kind: "failure", reason: `There is no orchestrator '${name}'.` };
      try {
        const result = await call(fn, { string: JSON.stringify(input) }, input.instanceId);
        // The SDK's orchestration wrapper returns this shape; `value` is the same, with its action objects.
        const state = fromTypedData(result.returnValue) as OrchestratorState;
        const { actions } = result.value as OrchestratorState;
        return { kind: "state", state, reusedTasks: findReusedTasks(actions) };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const state = stateInMessage(message);
        if (state) return { kind: "state", state, reusedTasks: [] };
        return { kind: "failure", reason: `Orchestrator function '${name}' failed: ${message}` };
      }
    },

    async runActivity(name, instanceId, input): Promise<ActivityAnswer> {
      const fn = find("activitytrigger", name);
      const failed = (details: string): ActivityAnswer => ({
        kind: "failed",
        reason: `Activity function '${name}' failed: ${details}`,
        details,
      });
      if (!fn) return failed(`The function '${name}' doesn't exist, is disabled, or is not an activity function.`);
      try {
        const result = await call(fn, toActivityInput(input), instanceId);
        const value = fromTypedData(result.returnValue);
        return { kind: "completed", result: value === undefined ? null : JSON.stringify(value) };
      } catch (error) {
        return failed(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/** A text goes as it is, anything else as JSON, null as nothing; the library parses texts as JSON where it can. */
function toActivityInput(json: string): TypedData {
  const value: unknown = JSON.parse(json);
  if (value === null) return {};
  return { string: typeof value === "string" ? value : json };
}

/**
 * Names the tasks that an orchestrator yielded in more than one composite, from the action objects themselves: the SDK schedules such a
 * task twice and its sequence numbers drift from the host's (azure-functions-durable-js issue 574).
 */
function findReusedTasks(actions: readonly (readonly Action[])[]): readonly string[] {
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
