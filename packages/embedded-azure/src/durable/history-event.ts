/** The numbers of DurableTask.Core's event types: histories reach the SDK with numeric types. */
export const eventType = {
  ExecutionStarted: 0,
  ExecutionCompleted: 1,
  ExecutionTerminated: 3,
  TaskScheduled: 4,
  TaskCompleted: 5,
  TaskFailed: 6,
  SubOrchestrationInstanceCreated: 7,
  SubOrchestrationInstanceCompleted: 8,
  SubOrchestrationInstanceFailed: 9,
  TimerCreated: 10,
  TimerFired: 11,
  OrchestratorStarted: 12,
  OrchestratorCompleted: 13,
  EventRaised: 15,
} as const;

/** One event of an instance's history; which optional members are set depends on the type. Texts are JSON where they hold values. */
export type HistoryEvent = {
  readonly EventType: number;
  /** -1 for what arrives, the sequence number for what the orchestrator decided. */
  readonly EventId: number;
  /** False in the episode in which the event arrived, true in every later one. */
  readonly IsPlayed: boolean;
  readonly Timestamp: string;
  readonly Name?: string;
  readonly Version?: string;
  readonly Input?: string | null;
  readonly Result?: string | null;
  readonly TaskScheduledId?: number;
  readonly TimerId?: number;
  readonly FireAt?: string;
  readonly InstanceId?: string;
  readonly OrchestrationStatus?: string;
  readonly Reason?: string;
  readonly Details?: string;
  readonly FailureDetails?: object | null;
  readonly OrchestrationInstance?: { readonly InstanceId: string; readonly ExecutionId: string };
  readonly ParentInstance?: object | null;
  readonly Tags?: null;
};

/** An event before it is stamped with the time it was written. */
export type NewEvent = Omit<HistoryEvent, "EventId" | "IsPlayed" | "Timestamp"> & { readonly EventId?: number };

export function stampEvent(event: NewEvent, nowMs: number): HistoryEvent {
  return { EventId: -1, IsPlayed: false, ...event, Timestamp: new Date(nowMs).toISOString() };
}
