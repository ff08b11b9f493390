import { createInstance } from "./create-instance.ts";
import type { EpisodeDeps } from "./episode-deps.ts";
import { eventType, type NewEvent, stampEvent } from "./history-event.ts";
import type { Instance } from "./instance.ts";
import type { CompletionDecision, Decision } from "./replay/decision.ts";

/** Sends what a decision asks for, and returns its event. */
export function applyDecision(deps: EpisodeDeps, instance: Instance, decision: Decision): NewEvent {
  const { store } = deps;
  const { id, executionId } = instance;
  switch (decision.kind) {
    case "activity": {
      const { name, input } = decision;
      store.addActivity({ instanceId: id, executionId, taskId: decision.id, name, input });
      return { EventType: eventType.TaskScheduled, EventId: decision.id, Name: name, Version: "", Input: input };
    }
    case "timer": {
      const fired = { EventType: eventType.TimerFired, TimerId: decision.id, FireAt: decision.fireAt };
      if (!decision.canceled) store.post(id, executionId, stampEvent(fired, deps.now()), Date.parse(decision.fireAt));
      return { EventType: eventType.TimerCreated, EventId: decision.id, FireAt: decision.fireAt };
    }
    case "subOrchestration":
      return startSubOrchestration(deps, instance, decision);
    case "completion":
      notifyParent(deps, instance, decision);
      return {
        EventType: eventType.ExecutionCompleted,
        EventId: decision.id,
        OrchestrationStatus: decision.status,
        Result: decision.result,
        FailureDetails: decision.failureDetails,
      };
  }
}

function startSubOrchestration(
  deps: EpisodeDeps,
  parent: Instance,
  decision: Extract<Decision, { kind: "subOrchestration" }>,
): NewEvent {
  const { name, input, instanceId } = decision;
  const version = decision.version ?? deps.versions.defaultVersion ?? null;
  const of = { id: parent.id, executionId: parent.executionId, taskId: decision.id };
  const refused = createInstance(deps.store, { id: instanceId, name, input, version, parent: of }, deps.now());
  if (refused) {
    const failed = {
      EventType: eventType.SubOrchestrationInstanceFailed,
      TaskScheduledId: decision.id,
      Reason: refused,
    };
    deps.store.post(parent.id, parent.executionId, stampEvent({ ...failed, Details: refused }, deps.now()));
  }
  return {
    EventType: eventType.SubOrchestrationInstanceCreated,
    EventId: decision.id,
    Name: name,
    Version: version ?? "",
    InstanceId: instanceId,
    Input: input,
  };
}

function notifyParent(
  deps: EpisodeDeps,
  instance: Instance,
  { status, result, failureDetails }: CompletionDecision,
): void {
  const { parentId, parentExecutionId, parentTaskId } = instance;
  if (parentId === null || parentTaskId === null || status === "ContinuedAsNew") return;
  const event: NewEvent =
    status === "Completed"
      ? { EventType: eventType.SubOrchestrationInstanceCompleted, TaskScheduledId: parentTaskId, Result: result }
      : {
          EventType: eventType.SubOrchestrationInstanceFailed,
          TaskScheduledId: parentTaskId,
          // The SDK gives up unless both are texts.
          Reason: result ?? "",
          Details: `Message: ${result ?? ""}`,
          FailureDetails: failureDetails,
        };
  deps.store.post(parentId, parentExecutionId, stampEvent(event, deps.now()));
}
