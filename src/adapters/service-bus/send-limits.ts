export type SendLimits = {
  /** For opening the connection and the link, and for the answer of the broker; a lost connection is noticed no sooner. */
  readonly attemptTimeoutMs: number;
  /** Attempts after the first one. A repeat is safe: the broker drops a message id that it has seen. */
  readonly maxRetries: number;
  readonly retryDelayMs: number;
  /** For everything together, whatever the client library does. */
  readonly totalTimeoutMs: number;
};

/**
 * How long a send may take, because an HTTP start waits for it. The client library's own defaults (60 s an attempt,
 * 30 s between two, 3 retries) are made for background work.
 * https://learn.microsoft.com/javascript/api/@azure/service-bus/retryoptions
 */
export const sendLimits: SendLimits = {
  attemptTimeoutMs: 4_000,
  maxRetries: 1,
  retryDelayMs: 1_000,
  totalTimeoutMs: 9_500,
};
