import type { Clock } from "../../domain/clock/clock.ts";
import { Fault } from "../../domain/error/fault.ts";
import { GraphBackOff } from "../../domain/graph/graph-back-off.ts";
import { sendBatch } from "./batch.ts";
import { tooLarge } from "./graph-error.ts";
import { type GroupLimits, retryLimits } from "./graph-limits.ts";
import type { GroupUsage } from "./group-usage.ts";
import type { Limiter } from "./make-limiter.ts";
import { deferred, makeReadQueue, type QueuedRead } from "./make-read-queue.ts";
import { isRetryable, retryDelayMs, throttleDelayMs } from "./retry-delay.ts";
import type { GraphAnswer, Send } from "./send.ts";
import type { TracedStart } from "./traced-start.ts";

/** Reads URLs of one (tenant, service group, API version), as many at once as its limits allow. */
export type Reader = {
  /**
   * GET of a whole URL below the version. Listings go first and alone; other reads may share a $batch. `mostBytes`: of the
   * answer to a listing; a larger one is answered 413.
   */
  get(url: string, kind: "listing" | "relation", signal: AbortSignal, mostBytes?: number): Promise<GraphAnswer>;
  /** POST of a read-only action, so repeating it is safe. */
  ask(url: string, body: object, signal: AbortSignal): Promise<GraphAnswer>;
};

export type ReaderOptions = {
  readonly send: Send;
  /** Fetches what a request needs before it is counted, so that a slow sign-in does not bunch requests up. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  /** Of the tenant and service group, shared by its readers. */
  readonly limiter: Limiter;
  /** Of one client in the service group, shared by its readers. */
  readonly use: GroupUsage;
  readonly limits: GroupLimits;
  readonly clock: Clock;
  /** `https://host/version`, without trailing slash. */
  readonly versionUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Tells of what is sent; nothing without it. */
  readonly traced?: TracedStart;
};

export function makeReader(options: ReaderOptions): Reader {
  const { send, prepare, limiter, use, limits, clock, versionUrl, headers } = options;
  const traced = options.traced ?? ((_asked, sendAll) => sendAll());

  async function start(group: readonly QueuedRead[], signal: AbortSignal): Promise<readonly GraphAnswer[] | undefined> {
    await prepare(signal);
    const permit = await limiter.acquire(group.length, signal, use.mayWait);
    if (!permit) return deferIfAllowed();
    use.countRequests(group.length, group.filter(({ tries }) => tries === 1).length);
    const urls = group.map(({ url }) => url);
    return permit.send(() => traced({ method: "GET", urls }, () => sendAll(group, signal)));
  }

  async function sendAll(group: readonly QueuedRead[], signal: AbortSignal): Promise<readonly GraphAnswer[]> {
    if (group.length === 1) return sendEach(options, group, signal);
    const paths = group.map(({ url }) => pathBelowVersion(versionUrl, url));
    const answers = await sendBatch(send, versionUrl, paths, headers, signal);
    if (!answers.every((answer) => answer?.status === tooLarge)) {
      return group.map((_, position) => answers[position] ?? unanswered);
    }
    // Together they are too large; each may be small enough.
    use.countRequests(group.length, 0);
    return sendEach(options, group, signal);
  }

  /** Who may come back later does not wait long, and leaves no gap. */
  function deferIfAllowed(): undefined {
    const untilMs = limiter.heldUntilMs();
    if (use.shouldDefer(clock.nowMs(), untilMs)) throw new GraphBackOff(untilMs);
  }

  function onThrottled(answers: number, holdMs: number): void {
    use.throttledBy(answers, limiter.slowDown(holdMs));
    deferIfAllowed();
  }

  const queue = makeReadQueue({ start, limits, clock, onThrottled, mayAskAgain: use.mayRetry });

  async function ask(url: string, body: object, signal: AbortSignal): Promise<GraphAnswer> {
    const content = { ...headers, "content-type": "application/json" };
    let hasFreshToken = false;
    for (let tries = 1; ; tries += 1) {
      await prepare(signal);
      const permit = await limiter.acquire(1, signal, use.mayWait);
      if (!permit) return deferIfAllowed() ?? deferred;
      use.countRequests(1, tries === 1 ? 1 : 0);
      const request = { method: "POST", url, headers: content, body: JSON.stringify(body), signal } as const;
      const sending = permit.send(() => traced({ method: "POST", urls: [url] }, async () => [await send(request)]));
      const [answer] = await sending.catch((error: unknown) => {
        const mayPass = tries < retryLimits.maxTriesFailed && error instanceof Fault && error.mayRetry;
        if (mayPass && use.mayRetry(undefined)) return [];
        throw error;
      });
      if (answer?.status === 401 && !hasFreshToken && use.mayRetry(answer.status)) {
        hasFreshToken = true;
        continue;
      }
      if (answer?.status === 429) onThrottled(1, throttleDelayMs(tries, answer.retryAfterMs));
      if (answer && !(isRetryable(answer, tries) && use.mayRetry(answer.status))) return answer;
      await clock.pause(retryDelayMs(clock, tries, answer?.retryAfterMs), signal);
    }
  }

  return { get: queue.add, ask };
}

/** One after the other. */
async function sendEach(
  { send, headers }: Pick<ReaderOptions, "send" | "headers">,
  group: readonly QueuedRead[],
  signal: AbortSignal,
): Promise<readonly GraphAnswer[]> {
  const answers: GraphAnswer[] = [];
  for (const { url, mostBytes } of group) answers.push(await send({ method: "GET", url, headers, signal, mostBytes }));
  return answers;
}

/** What a request of a batch is addressed by. A page link may write the host otherwise than the first page did. */
function pathBelowVersion(versionUrl: string, url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.slice(new URL(versionUrl).pathname.length) + search;
}

/** A request that Graph left out of a batch answer is no empty answer: it is sent again. */
const unanswered: GraphAnswer = { status: 503, body: undefined, retryAfterMs: undefined };
