import { randomBytes } from "node:crypto";
import { eventType, type HistoryEvent, type NewEvent, stampEvent } from "./history-event.ts";
import type { Instance } from "./instance.ts";

/** 32 hexadecimal digits: the form of instance and execution ids that the extension makes. */
export function newId(): string {
  return randomBytes(16).toString("hex");
}

/** The first event of a generation. */
export function startEvent(instance: Instance, nowMs: number): HistoryEvent {
  const { id, executionId, name, version, input, parentId, parentExecutionId, parentTaskId } = instance;
  const parent = { InstanceId: parentId, ExecutionId: parentExecutionId };
  const event: NewEvent = {
    EventType: eventType.ExecutionStarted,
    Name: name,
    Version: version ?? "",
    Input: input,
    OrchestrationInstance: { InstanceId: id, ExecutionId: executionId },
    ParentInstance: parentId === null ? null : { OrchestrationInstance: parent, TaskScheduleId: parentTaskId },
    Tags: null,
  };
  return stampEvent(event, nowMs);
}
