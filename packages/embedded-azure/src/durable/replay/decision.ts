/** What an episode decided anew. `id` is the sequence number; inputs and results are JSON. */
export type Decision =
  | { readonly kind: "activity"; readonly id: number; readonly name: string; readonly input: string }
  | { readonly kind: "timer"; readonly id: number; readonly fireAt: string; readonly canceled: boolean }
  | SubOrchestrationDecision
  | CompletionDecision;

export type SubOrchestrationDecision = {
  readonly kind: "subOrchestration";
  readonly id: number;
  readonly name: string;
  readonly version: string | undefined;
  readonly instanceId: string;
  readonly input: string | null;
};

export type CompletionDecision = {
  readonly kind: "completion";
  readonly id: number;
  readonly status: "Completed" | "Failed" | "Terminated" | "ContinuedAsNew";
  readonly result: string | null;
  readonly failureDetails: object | null;
};
