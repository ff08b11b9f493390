import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { batchSize, type GroupLimits, retryLimits } from "./graph-limits.ts";
import type { GroupUsage } from "./group-usage.ts";
import { isRetryable, retryDelayMs, throttleDelayMs } from "./retry-delay.ts";
import type { GraphAnswer } from "./send.ts";

export type QueuedRead = {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Of its answer, when it is sent alone. */
  readonly mostBytes: number | undefined;
  readonly tries: number;
  /** Its token was refused, and it was sent again with a fresh one. */
  readonly hasFreshToken: boolean;
  readonly resolve: (answer: GraphAnswer) => void;
  readonly reject: (error: unknown) => void;
};

export type ReadQueueOptions = {
  /**
   * Sends one read alone or several as one batch; answers in the same order. Undefined: Graph holds the group up for longer
   * than may be waited, and nothing was sent.
   */
  readonly start: (group: readonly QueuedRead[], signal: AbortSignal) => Promise<readonly GraphAnswer[] | undefined>;
  readonly limits: GroupLimits;
  readonly clock: Clock;
  /** Told once for each request with answers 429, however many: how many, and how long the group is to be held up. */
  readonly onThrottled: (answers: number, holdMs: number) => void;
  /** Whether the budget has one more retry. */
  readonly mayAskAgain: GroupUsage["mayRetry"];
};

export type ReadQueue = {
  readonly add: (
    url: string,
    kind: "listing" | "relation",
    signal: AbortSignal,
    mostBytes?: number,
  ) => Promise<GraphAnswer>;
};

/**
 * Reads wait in two queues and leave when a slot is free: each alone while there are slots for all of them, in batches
 * of up to 20 when there are more, because a batch costs about two latencies. One that was throttled, alone or inside a
 * batch, goes back into the queue after its own delay.
 */
export function makeReadQueue({ start, limits, clock, onThrottled, mayAskAgain }: ReadQueueOptions): ReadQueue {
  const listings: QueuedRead[] = [];
  const others: QueuedRead[] = [];
  const { settle, settleFailed } = makeSettling({ clock, mayAskAgain, again: (waiting) => wait(waiting, others) });
  let busy = 0;
  let isPumping = false;

  /** At the end of this turn of the event loop, so that reads that are requested together also leave together. */
  function pumpSoon(): void {
    if (isPumping) return;
    isPumping = true;
    setImmediate(() => {
      isPumping = false;
      for (let next = takeNext(); next.length > 0; next = takeNext()) void work(next);
    });
  }

  function takeNext(): QueuedRead[] {
    const free = limits.concurrency - busy;
    if (free <= 0) return [];
    if (listings.length > 0) return listings.splice(0, 1);
    return others.splice(0, limits.mayBatch && others.length > free ? batchSize : 1);
  }

  async function work(group: readonly QueuedRead[]): Promise<void> {
    busy += 1;
    const alive = group.filter((each) => !rejectIfAborted(each));
    try {
      if (alive.length === 0) return;
      const answers = await start(alive, AbortSignal.any(alive.map(({ signal }) => signal)));
      if (answers) reportThrottled(alive, answers);
      for (const [position, each] of alive.entries()) {
        if (answers) settle(each, answers[position]);
        else each.resolve(deferred);
      }
    } catch (error) {
      for (const each of alive) settleFailed(each, error);
    } finally {
      busy -= 1;
      pumpSoon();
    }
  }

  /** Throttled requests of one batch are one sign that the group is too fast, not twenty. */
  function reportThrottled(reads: readonly QueuedRead[], answers: readonly GraphAnswer[]): void {
    const holds = answers.flatMap(({ status, retryAfterMs }, position) =>
      status === 429 ? [throttleDelayMs(reads[position]?.tries ?? 1, retryAfterMs)] : [],
    );
    if (holds.length > 0) onThrottled(holds.length, Math.max(...holds));
  }

  function wait(waiting: QueuedRead, queue: QueuedRead[]): void {
    queue.push(waiting);
    pumpSoon();
  }

  return {
    add: (url, kind, signal, mostBytes) =>
      new Promise((resolve, reject) => {
        wait(
          { url, signal, mostBytes, tries: 1, hasFreshToken: false, resolve, reject },
          kind === "listing" ? listings : others,
        );
      }),
  };
}

/** What a group that Graph holds up for too long is answered: throttled, as Graph would say. */
export const deferred: GraphAnswer = { status: 429, body: undefined, retryAfterMs: undefined };

type SettlingOptions = Pick<ReadQueueOptions, "clock" | "mayAskAgain"> & {
  readonly again: (waiting: QueuedRead) => void;
};

/** Hands answers and errors over, or retries the read when the error is transient. */
function makeSettling({ clock, mayAskAgain, again }: SettlingOptions) {
  function later(waiting: QueuedRead, retryAfterMs: number | undefined): void {
    clock.pause(retryDelayMs(clock, waiting.tries, retryAfterMs), waiting.signal).then(
      () => again({ ...waiting, tries: waiting.tries + 1 }),
      () => waiting.reject(waiting.signal.reason),
    );
  }

  return {
    settle: (waiting: QueuedRead, answer: GraphAnswer | undefined): void => {
      if (answer === undefined) throw new Error("A read got no answer of its own.");
      // A token may be revoked in the middle of a run. Refused again, it is the tenant that refuses.
      if (answer.status === 401 && !waiting.hasFreshToken && mayAskAgain(answer.status)) {
        again({ ...waiting, hasFreshToken: true });
        return;
      }
      if (!isRetryable(answer, waiting.tries) || !mayAskAgain(answer.status)) {
        waiting.resolve(answer);
        return;
      }
      later(waiting, answer.retryAfterMs);
    },
    settleFailed: (waiting: QueuedRead, error: unknown): void => {
      const mayPass = error instanceof Fault && error.mayRetry && waiting.tries < retryLimits.maxTriesFailed;
      if (rejectIfAborted(waiting)) return;
      if (mayPass && mayAskAgain(undefined)) later(waiting, undefined);
      else waiting.reject(error);
    },
  };
}

function rejectIfAborted({ signal, reject }: QueuedRead): boolean {
  if (signal.aborted) reject(signal.reason);
  return signal.aborted;
}
