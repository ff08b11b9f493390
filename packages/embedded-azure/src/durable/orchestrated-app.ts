import type { HistoryEvent } from "./history-event.ts";
import type { OrchestratorState } from "./orchestrator-state.ts";

/** The value of an orchestration trigger. The misspelt member is the SDK's. */
export type OrchestratorInput = {
  readonly history: readonly HistoryEvent[];
  readonly input: unknown;
  readonly instanceId: string;
  readonly isReplaying: boolean;
  readonly parentInstanceId: string | null;
  readonly upperSchemaVersion: number;
  readonly upperSchemaVersionNew: number;
  readonly longRunningTimerIntervalDuration: string;
  readonly maximumShortTimerDuration: string;
  readonly defaultHttpAsyncRequestSleepTimeMillseconds: number;
};

export type OrchestratorAnswer =
  /** `reusedTasks` names what was yielded in more than one Task.any or Task.all. */
  | { readonly kind: "state"; readonly state: OrchestratorState; readonly reusedTasks: readonly string[] }
  | { readonly kind: "failure"; readonly reason: string };

/** `result` is JSON, or null for nothing. */
export type ActivityAnswer =
  | { readonly kind: "completed"; readonly result: string | null }
  | { readonly kind: "failed"; readonly reason: string; readonly details: string };

/** How the engine reaches the functions of the app. Names ignore case. */
export type OrchestratedApp = {
  readonly hasOrchestrator: (name: string) => boolean;
  readonly runOrchestrator: (name: string, input: OrchestratorInput) => Promise<OrchestratorAnswer>;
  /** `input` is JSON. */
  readonly runActivity: (name: string, instanceId: string, input: string) => Promise<ActivityAnswer>;
};
