/** Time as a port: milliseconds since the epoch, and a pause that ends early when the signal aborts. */
export type Clock = {
  nowMs(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number from 0 (inclusive) to 1 (exclusive), for jitter. */
  random(): number;
};

/** ISO 8601 UTC with milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
