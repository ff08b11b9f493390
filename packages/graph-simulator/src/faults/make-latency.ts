import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** How long answers take. */
export type Latency = {
  /** From now on, also for what waits already: a shorter one lets it go at once. */
  readonly set: (ms: number) => void;
  /** Waits so many times the latency, and so many ms more. */
  readonly wait: (times: number, moreMs: number) => Promise<void>;
};

export function makeLatency(ms = 0): Latency {
  let latencyMs = ms;
  let change = newChange();
  return {
    set: (next) => {
      latencyMs = next;
      const before = change;
      change = newChange();
      before.abort();
    },
    wait: async (times, moreMs) => {
      const sinceMs = performance.now();
      for (;;) {
        const leftMs = sinceMs + latencyMs * times + moreMs - performance.now();
        if (leftMs <= 0) return;
        await pause(leftMs, undefined, { signal: change.signal }).catch(() => undefined);
      }
    },
  };
}

/** As many requests as there are listen for it. */
function newChange(): AbortController {
  const change = new AbortController();
  setMaxListeners(0, change.signal);
  return change;
}
