import { eventName, eventType, type HistoryEvent } from "../history-event.ts";
import type { Instance } from "../instance.ts";

/** The status of an instance as the extension writes it: whole seconds, values parsed, null for none. */
export function toStatusBody(instance: Instance, showInput: boolean): object {
  return {
    name: instance.name,
    instanceId: instance.id,
    runtimeStatus: instance.status,
    input: showInput ? parsed(instance.input) : null,
    customStatus: parsed(instance.customStatus),
    output: parsed(instance.output),
    createdTime: wholeSeconds(instance.createdAt),
    lastUpdatedTime: wholeSeconds(instance.updatedAt),
  };
}

const bookkeeping: readonly number[] = [eventType.OrchestratorStarted, eventType.OrchestratorCompleted];
const scheduling: readonly number[] = [eventType.TaskScheduled, eventType.SubOrchestrationInstanceCreated];
const ending: readonly number[] = [
  eventType.TaskCompleted,
  eventType.TaskFailed,
  eventType.SubOrchestrationInstanceCompleted,
  eventType.SubOrchestrationInstanceFailed,
];

/** The shown history: an ended task carries what was scheduled, which is then left out; numbers become names. */
export function toShownHistory(history: readonly HistoryEvent[], showOutput: boolean): object[] {
  const scheduled = new Map(history.filter(isOf(scheduling)).map((event) => [event.EventId, event]));
  const ended = new Set(history.filter(isOf(ending)).map((event) => event.TaskScheduledId));
  return history
    .filter((event) => !bookkeeping.includes(event.EventType))
    .filter((event) => !(isOf(scheduling)(event) && ended.has(event.EventId)))
    .map((event) => {
      const start = isOf(ending)(event) ? scheduled.get(event.TaskScheduledId ?? -1) : undefined;
      return toShownEvent(event, start, showOutput);
    });
}

function toShownEvent(event: HistoryEvent, start: HistoryEvent | undefined, showOutput: boolean): object {
  const { Timestamp, Name, FireAt, Reason, Details, OrchestrationStatus, InstanceId } = event;
  const named = event.EventType === eventType.EventRaised ? { Name } : { FunctionName: start?.Name ?? Name };
  const shown = {
    EventType: eventName(event.EventType),
    Timestamp,
    ...named,
    FireAt,
    Reason,
    Details,
    OrchestrationStatus,
    InstanceId,
    ScheduledTime: start?.Timestamp,
    Result: showOutput && event.Result !== undefined ? parsed(event.Result) : undefined,
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}

function isOf(types: readonly number[]): (event: HistoryEvent) => boolean {
  return (event) => types.includes(event.EventType);
}

function parsed(json: string | null): unknown {
  if (json === null) return null;
  try {
    return JSON.parse(json);
  } catch {
    return json; // reasons and failures are plain text
  }
}

function wholeSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
