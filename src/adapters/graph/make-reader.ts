import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { sendBatch } from "./batch.ts";
import { batchSize, type GroupLimits, retryLimits } from "./graph-limits.ts";
import { makeLimiter } from "./make-limiter.ts";
import { isTransient, pauseBeforeRetry } from "./pause-before-retry.ts";
import type { GraphAnswer, Send } from "./send.ts";

/** Reads URLs of one (tenant, service group, API version), as many at once as its limits allow. */
export type Reader = {
  /** GET of a whole URL below the version. Listings go first and alone; other reads may share a $batch. */
  get(url: string, kind: "listing" | "part", signal: AbortSignal): Promise<GraphAnswer>;
  /** POST of a read-only action. */
  ask(url: string, body: object, signal: AbortSignal): Promise<GraphAnswer>;
  /** Requests so far, parts of a batch counted one by one. */
  requests(): number;
};

export type ReaderOptions = {
  readonly send: Send;
  readonly limits: GroupLimits;
  readonly clock: Clock;
  /** `https://host/version`, without trailing slash. */
  readonly versionUrl: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Waiting = {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly tries: number;
  readonly resolve: (answer: GraphAnswer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Requests wait in two queues and leave when a slot is free: each alone while there are slots for all of them, in
 * batches of up to 20 when there are more, because a batch costs about two latencies. A part of a batch that was
 * throttled goes back into the queue after its own delay.
 */
export function makeReader({ send, limits, clock, versionUrl, headers }: ReaderOptions): Reader {
  const limiter = makeLimiter(limits, clock);
  const listings: Waiting[] = [];
  const parts: Waiting[] = [];
  let busy = 0;
  let isPumping = false;
  let requests = 0;

  /** One turn later, so that reads that are asked for together also leave together. */
  function pumpSoon(): void {
    if (isPumping) return;
    isPumping = true;
    queueMicrotask(() => {
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
    try {
      const alive = group.filter((each) => !rejectIfAborted(each));
      const [first] = alive;
      if (first === undefined) return;
      await limiter.take(alive.length, first.signal);
      requests += alive.length;
      if (alive.length === 1) settle(first, await getOne(first));
      else await getMany(alive);
    } catch (error) {
      for (const each of group) tryAgainOr(each, error);
    } finally {
      busy -= 1;
      pumpSoon();
    }
  }

  function getOne({ url, signal }: Waiting): Promise<GraphAnswer> {
    return send({ method: "GET", url, headers, signal });
  }

  async function getMany(group: readonly Waiting[]): Promise<void> {
    const signal = AbortSignal.any(group.map((each) => each.signal));
    const paths = group.map(({ url }) => url.slice(versionUrl.length));
    const answers = await sendBatch(send, versionUrl, paths, headers, signal);
    group.forEach((each, position) => {
      if (!Array.isArray(answers)) settle(each, answers as GraphAnswer);
      else settle(each, answers[position] ?? { status: 503, body: undefined, retryAfterMs: undefined });
    });
  }

  /** Hands an answer over, or waits and asks again when it may pass by waiting. */
  function settle(waiting: Waiting, answer: GraphAnswer): void {
    if (!isTransient(answer.status) || waiting.tries >= retryLimits.maxTries) return waiting.resolve(answer);
    const delay = pauseBeforeRetry(clock, waiting.tries, answer.retryAfterMs);
    if (answer.status === 429) limiter.slowDown(answer.retryAfterMs ?? 0);
    later(waiting, delay);
  }

  function tryAgainOr(waiting: Waiting, error: unknown): void {
    const mayPass = error instanceof Fault && error.mayRetry && waiting.tries < retryLimits.maxTries;
    if (!mayPass || waiting.signal.aborted)
      return waiting.reject(waiting.signal.aborted ? waiting.signal.reason : error);
    later(waiting, pauseBeforeRetry(clock, waiting.tries, undefined));
  }

  function later(waiting: Waiting, delayMs: number): void {
    clock.pause(delayMs, waiting.signal).then(
      () => {
        parts.push({ ...waiting, tries: waiting.tries + 1 });
        pumpSoon();
      },
      () => waiting.reject(waiting.signal.reason),
    );
  }

  return {
    get: (url, kind, signal) =>
      new Promise((resolve, reject) => {
        (kind === "listing" ? listings : parts).push({ url, signal, tries: 1, resolve, reject });
        pumpSoon();
      }),
    ask: async (url, body, signal) => {
      await limiter.take(1, signal);
      requests += 1;
      const content = { ...headers, "content-type": "application/json" };
      return send({ method: "POST", url, headers: content, body: JSON.stringify(body), signal });
    },
    requests: () => requests,
  };
}

function rejectIfAborted({ signal, reject }: Waiting): boolean {
  if (signal.aborted) reject(signal.reason);
  return signal.aborted;
}
