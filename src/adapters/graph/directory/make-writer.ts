import { z } from "zod";
import type { Clock } from "../../../domain/clock/clock.ts";
import { Fault } from "../../../domain/error/fault.ts";
import { retryLimits } from "../graph-limits.ts";
import type { Limiter } from "../make-limiter.ts";
import { isRetryable, retryDelayMs, throttleDelayMs } from "../retry-delay.ts";
import type { GraphAnswer, Send } from "../send.ts";

export type WriterOptions = {
  readonly send: Send;
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly headers: Readonly<Record<string, string>>;
};

export type Write = {
  readonly url: string;
  readonly body: object;
  /** Whether an object that does not exist is made; else it must exist. */
  readonly createIfMissing: boolean;
  readonly signal: AbortSignal;
};

/**
 * Writes an object by its alternate key: what is sent says what shall be, so it is repeated until there is an answer to
 * rely on, also when the one before was lost on its way (pitfall 23). There is no POST here.
 */
export function makeWriter({ send, limiter, clock, headers }: WriterOptions): (write: Write) => Promise<GraphAnswer> {
  return async ({ url, body, createIfMissing, signal }) => {
    // Without this preference a PATCH changes what exists and never creates.
    const prefer = createIfMissing ? { prefer: "create-if-missing" } : {};
    const all = { ...headers, "content-type": "application/json", ...prefer };
    const request = { method: "PATCH", url, headers: all, body: JSON.stringify(body), signal } as const;
    for (let tries = 1; ; tries += 1) {
      const turn = await limiter.acquire(1, signal);
      const sending = turn ? turn.send(() => send(request)) : send(request);
      const answer = await sending.catch((error: unknown) => {
        if (tries < retryLimits.maxTriesFailed && error instanceof Fault && error.mayRetry) return undefined;
        throw error;
      });
      if (answer && !isRetryable(answer, tries) && !isNotSeenYet(answer, tries)) return answer;
      if (answer?.status === 429) limiter.slowDown(throttleDelayMs(tries, answer.retryAfterMs));
      await clock.pause(retryDelayMs(clock, tries, answer?.retryAfterMs), signal);
    }
  };
}

// With the pauses between them up to five minutes: longer than the directory usually takes to show what was just made
// (graph.md 2.6 speaks of 10 s for groups; there is no promise).
const maxTriesUnseen = 10;

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string().default("") }) });

/** What the directory says about an object that needs another one which it does not show everywhere yet. */
function isNotSeenYet({ status, body }: GraphAnswer, tries: number): boolean {
  if (tries >= maxTriesUnseen) return false;
  if (status === 404) return true;
  const error = errorSchema.safeParse(body).data?.error;
  if (!error) return false;
  // Two writers at one object at the same instant: one of them gets a conflict.
  if (status === 409) return error.code === "Directory_ConcurrencyViolation";
  return status === 400 && /does not reference a valid application object/.test(error.message);
}
