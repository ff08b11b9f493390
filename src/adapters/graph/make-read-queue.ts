import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { batchSize, type GroupLimits, retryLimits } from "./graph-limits.ts";
import { mayPassByWaiting, pauseBeforeRetry } from "./pause-before-retry.ts";
import type { GraphAnswer } from "./send.ts";

export type Waiting = {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly tries: number;
  readonly resolve: (answer: GraphAnswer) => void;
  readonly reject: (error: unknown) => void;
};

export type ReadQueueOptions = {
  /** Sends one read alone or several as one batch; answers in the same order. */
  readonly start: (group: readonly Waiting[], signal: AbortSignal) => Promise<readonly GraphAnswer[]>;
  readonly limits: GroupLimits;
  readonly clock: Clock;
  readonly onThrottled: (retryAfterMs: number) => void;
};

export type ReadQueue = {
  readonly add: (url: string, kind: "listing" | "part", signal: AbortSignal) => Promise<GraphAnswer>;
};

/**
 * Reads wait in two queues and leave when a slot is free: each alone while there are slots for all of them, in batches
 * of up to 20 when there are more, because a batch costs about two latencies. One that was throttled, alone or inside a
 * batch, goes back into the queue after its own delay.
 */
export function makeReadQueue({ start, limits, clock, onThrottled }: ReadQueueOptions): ReadQueue {
  const listings: Waiting[] = [];
  const parts: Waiting[] = [];
  const { settle, settleFailed } = makeSettling({ clock, again: (waiting) => wait(waiting, parts) });
  let busy = 0;
  let isPumping = false;

  /** At the end of this turn, so that reads that are asked for together also leave together. */
  function pumpSoon(): void {
    if (isPumping) return;
    isPumping = true;
    setImmediate(() => {
      isPumping = false;
      for (let next = takeNext(); next.length > 0; next = takeNext()) void work(next);
    });
  }

  function takeNext(): Waiting[] {
    const free = limits.concurrency - busy;
    if (free <= 0) return [];
    if (listings.length > 0) return listings.splice(0, 1);
    return parts.splice(0, limits.mayBatch && parts.length > free ? batchSize : 1);
  }

  async function work(group: readonly Waiting[]): Promise<void> {
    busy += 1;
    const alive = group.filter((each) => !rejectIfAborted(each));
    try {
      if (alive.length === 0) return;
      const answers = await start(alive, AbortSignal.any(alive.map(({ signal }) => signal)));
      // Throttled parts of one batch are one sign that the group is too fast, not twenty.
      const throttled = answers.filter(({ status }) => status === 429);
      if (throttled.length > 0)
        onThrottled(Math.max(...throttled.map(({ retryAfterMs = retryLimits.firstPauseMs }) => retryAfterMs)));
      for (const [position, each] of alive.entries()) settle(each, answers[position]);
    } catch (error) {
      for (const each of alive) settleFailed(each, error);
    } finally {
      busy -= 1;
      pumpSoon();
    }
  }

  function wait(waiting: Waiting, queue: Waiting[]): void {
    queue.push(waiting);
    pumpSoon();
  }

  return {
    add: (url, kind, signal) =>
      new Promise((resolve, reject) => {
        wait({ url, signal, tries: 1, resolve, reject }, kind === "listing" ? listings : parts);
      }),
  };
}

type SettlingOptions = Pick<ReadQueueOptions, "clock"> & { readonly again: (waiting: Waiting) => void };

/** Hands answers and errors over, or has the read asked again when what went wrong may pass by waiting. */
function makeSettling({ clock, again }: SettlingOptions) {
  function later(waiting: Waiting, retryAfterMs: number | undefined): void {
    clock.pause(pauseBeforeRetry(clock, waiting.tries, retryAfterMs), waiting.signal).then(
      () => again({ ...waiting, tries: waiting.tries + 1 }),
      () => waiting.reject(waiting.signal.reason),
    );
  }

  return {
    settle: (waiting: Waiting, answer: GraphAnswer | undefined): void => {
      if (answer === undefined) throw new Error("A read got no answer of its own.");
      if (!mayPassByWaiting(answer, waiting.tries)) {
        waiting.resolve(answer);
        return;
      }
      later(waiting, answer.retryAfterMs);
    },
    settleFailed: (waiting: Waiting, error: unknown): void => {
      const mayPass = error instanceof Fault && error.mayRetry && waiting.tries < retryLimits.maxTriesFailed;
      if (rejectIfAborted(waiting)) return;
      if (mayPass) later(waiting, undefined);
      else waiting.reject(error);
    },
  };
}

function rejectIfAborted({ signal, reject }: Waiting): boolean {
  if (signal.aborted) reject(signal.reason);
  return signal.aborted;
}
