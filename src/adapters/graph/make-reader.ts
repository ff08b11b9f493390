import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { sendBatch } from "./batch.ts";
import { type GroupLimits, retryLimits } from "./graph-limits.ts";
import type { Limiter } from "./make-limiter.ts";
import { makeReadQueue, type Waiting } from "./make-read-queue.ts";
import { mayPassByWaiting, pauseBeforeRetry } from "./pause-before-retry.ts";
import type { GraphAnswer, Send } from "./send.ts";
import type { TracedStart } from "./traced-start.ts";

/** Reads URLs of one (tenant, service group, API version), as many at once as its limits allow. */
export type Reader = {
  /** GET of a whole URL below the version. Listings go first and alone; other reads may share a $batch. */
  get(url: string, kind: "listing" | "part", signal: AbortSignal): Promise<GraphAnswer>;
  /** POST of a read-only action, so repeating it is safe. */
  ask(url: string, body: object, signal: AbortSignal): Promise<GraphAnswer>;
  /** Requests so far, parts of a batch counted one by one. */
  requests(): number;
};

export type ReaderOptions = {
  readonly send: Send;
  /** Fetches what a request needs before its turn is counted, so that a slow sign-in does not bunch requests up. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  /** Of the tenant and service group, shared by its readers. */
  readonly limiter: Limiter;
  readonly limits: GroupLimits;
  readonly clock: Clock;
  /** `https://host/version`, without trailing slash. */
  readonly versionUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Tells of what is sent; nothing without it. */
  readonly traced?: TracedStart;
};

export function makeReader(options: ReaderOptions): Reader {
  const { send, prepare, limiter, limits, clock, versionUrl, headers } = options;
  const traced = options.traced ?? ((_asked, sendAll) => sendAll());
  let requests = 0;

  async function start(group: readonly Waiting[], signal: AbortSignal): Promise<readonly GraphAnswer[]> {
    await prepare(signal);
    await limiter.take(group.length, signal);
    requests += group.length;
    const urls = group.map(({ url }) => url);
    return traced({ method: "GET", urls }, () => sendAll(urls, signal));
  }

  async function sendAll(urls: readonly string[], signal: AbortSignal): Promise<readonly GraphAnswer[]> {
    const [first] = urls;
    if (first !== undefined && urls.length === 1) return [await send({ method: "GET", url: first, headers, signal })];
    const paths = urls.map((url) => url.slice(versionUrl.length));
    const answers = await sendBatch(send, versionUrl, paths, headers, signal);
    return urls.map((_, position) => answers[position] ?? leftOut);
  }

  const queue = makeReadQueue({ start, limits, clock, onThrottled: limiter.slowDown });

  async function ask(url: string, body: object, signal: AbortSignal): Promise<GraphAnswer> {
    const content = { ...headers, "content-type": "application/json" };
    for (let tries = 1; ; tries += 1) {
      await prepare(signal);
      await limiter.take(1, signal);
      requests += 1;
      const asked = { method: "POST", url, headers: content, body: JSON.stringify(body), signal } as const;
      const sending = traced({ method: "POST", urls: [url] }, async () => [await send(asked)]);
      const [answer] = await sending.catch((error: unknown) => {
        if (tries < retryLimits.maxTriesFailed && error instanceof Fault && error.mayRetry) return [];
        throw error;
      });
      if (answer && !mayPassByWaiting(answer, tries)) return answer;
      if (answer?.status === 429) limiter.slowDown(answer.retryAfterMs ?? retryLimits.firstPauseMs);
      await clock.pause(pauseBeforeRetry(clock, tries, answer?.retryAfterMs), signal);
    }
  }

  return { get: queue.add, ask, requests: () => requests };
}

/** A part that Graph left out of a batch answer is no empty answer: it is asked for again. */
const leftOut: GraphAnswer = { status: 503, body: undefined, retryAfterMs: undefined };
