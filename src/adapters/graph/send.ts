/** One request below our layers. */
export type GraphRequest = {
  readonly method: "GET" | "POST" | "PATCH";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** Of the answer: a larger one is not read to its end, and counts as 413. Absent: `largestAnswer`. */
  readonly mostBytes?: number | undefined;
};

/** One answer, decoded and safe to walk. `retryAfterMs` is what Graph asked for, when it did. */
export type GraphAnswer = {
  readonly status: number;
  readonly body: unknown;
  /** Of the body, as it came; not known of one answer of a batch. */
  readonly bytes?: number;
  readonly retryAfterMs: number | undefined;
  /** What Graph's support finds the answer by, as the headers say it. */
  readonly requestId?: string | undefined;
};

/** A layer is a Send around another Send. A Fault means that there is no trustworthy answer. */
export type Send = (request: GraphRequest) => Promise<GraphAnswer>;
