/** Why something is not shown, in words a person reads; who asks the API makes it from the answer. */
export type Problem = {
  readonly kind: "error" | "forbidden" | "not_found" | "throttled" | "offline" | "not_ready";
  /** The words of the code. */
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly help?: string | undefined;
  readonly correlationId?: string | undefined;
  /** For `forbidden`: the right in words, and the names of the roles that have it. */
  readonly missingRight?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  /** For `throttled`: when it is asked again, epoch milliseconds. */
  readonly againAt?: number | undefined;
};
