/** The numbers of the SDK's action types. */
export const actionType = {
  CallActivity: 0,
  CallActivityWithRetry: 1,
  CallSubOrchestrator: 2,
  CallSubOrchestratorWithRetry: 3,
  ContinueAsNew: 4,
  CreateTimer: 5,
  WaitForExternalEvent: 6,
  WhenAny: 11,
  WhenAll: 12,
} as const;

export type RetryOptions = {
  readonly firstRetryIntervalInMilliseconds: number;
  readonly maxNumberOfAttempts: number;
  readonly backoffCoefficient?: number;
  readonly maxRetryIntervalInMilliseconds?: number;
  readonly retryTimeoutInMilliseconds?: number;
};

/** What the orchestrator asked for; which members are set depends on the type. */
export type Action = {
  readonly actionType: number;
  readonly functionName?: string;
  readonly instanceId?: string;
  readonly version?: string;
  readonly input?: unknown;
  readonly retryOptions?: RetryOptions;
  readonly fireAt?: string;
  readonly isCanceled?: boolean;
  readonly externalEventName?: string;
  readonly compoundActions?: readonly Action[];
};

/** The SDK's answer to an episode: everything the orchestrator asked for since this generation began, every time. */
export type OrchestratorState = {
  readonly isDone: boolean;
  readonly actions: readonly (readonly Action[])[];
  readonly output?: unknown;
  readonly error?: string;
  readonly customStatus?: unknown;
  readonly failureDetails?: object;
};

// A failed orchestrator throws, and its state travels behind this label in the message.
const stateLabel = "\n\n$OutOfProcData$:";

/** The state inside the message of a failed orchestrator's error, or undefined when the error is another one. */
export function stateInMessage(message: string): OrchestratorState | undefined {
  const at = message.indexOf(stateLabel);
  // The SDK wrote what follows the label.
  return at < 0 ? undefined : (JSON.parse(message.slice(at + stateLabel.length)) as OrchestratorState);
}
