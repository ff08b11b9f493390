/** What is fixed about an error code. Texts may change, the rest is for good. */
export type ErrorCodeFacts = {
  /** Names the problem, without saying what it met. */
  readonly title: string;
  /** HTTP status of an answer; 0 for codes that only runs have. */
  readonly status: number;
  /** What the layers above do: a later attempt may succeed, it will not, or a person must act. */
  readonly next: "retry" | "give_up" | "ask";
  /** A sentence of what helps. */
  readonly advice: string;
};
