import type { GroupLimits } from "../../../src/adapters/graph/graph-limits.ts";
import { parseRetryAfter } from "../../../src/adapters/graph/retry-after.ts";
import type { GraphAnswer, GraphRequest, Send } from "../../../src/adapters/graph/send.ts";

export const versionUrl = "https://graph.microsoft.com/beta";

export const manyAtOnce: GroupLimits = {
  concurrency: 100,
  perWindow: 10_000,
  windowMs: 20_000,
  mayBatch: true,
};
/** So narrow that three reads or more leave as a batch. */
export const oneAtOnce: GroupLimits = { ...manyAtOnce, concurrency: 1 };

export function anAnswer(body: unknown, status = 200, retryAfterMs?: number): GraphAnswer {
  return { status, body, retryAfterMs };
}

type Part = { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, unknown>> };

/** Answers each path below the version, alone or as part of a batch; `undefined` is left out of a batch's answer. */
export function aSend(answer: (path: string) => Part | undefined) {
  const requests: GraphRequest[] = [];
  const paths: string[] = [];
  const ask = (path: string): Part | undefined => {
    paths.push(path);
    return answer(path);
  };
  const send: Send = async (request) => {
    request.signal.throwIfAborted();
    requests.push(request);
    const path = request.url.slice(versionUrl.length);
    if (path === "/$batch") return anAnswer({ responses: responsesOf(request, ask) });
    const part = ask(path);
    const retryAfter = part?.headers?.["Retry-After"];
    return anAnswer(part?.body, part?.status ?? 500, parseRetryAfter(retryAfter, undefined));
  };
  return { send, requests, paths };
}

function responsesOf(request: GraphRequest, ask: (path: string) => Part | undefined): object[] {
  const { requests }: { requests: { id: string; url: string }[] } = JSON.parse(request.body ?? "");
  return requests.flatMap(({ id, url }) => {
    const part = ask(url);
    return part === undefined ? [] : [{ id, ...part }];
  });
}
