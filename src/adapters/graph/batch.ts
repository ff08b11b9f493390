import { z } from "zod";
import { Fault } from "../../domain/error/fault.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { GraphAnswer, Send } from "./send.ts";

const batchAnswerSchema = z.object({
  responses: z.array(
    z.object({
      id: z.coerce.string(),
      status: z.int(),
      headers: z.record(z.string(), z.unknown()).default({}),
      // A throttled response may come without a body.
      body: z.unknown().optional(),
    }),
  ),
});

/**
 * GETs of one API version in one $batch, answers in the order of the requests. The outer 200 says nothing about the single answers: each
 * has its own status, and one that Graph left out is not an empty answer but a missing one (undefined).
 * https://learn.microsoft.com/graph/json-batching
 */
export async function sendBatch(
  send: Send,
  versionUrl: string,
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly (GraphAnswer | undefined)[]> {
  const requests = paths.map((url, position) => ({ id: String(position), method: "GET", url }));
  const answer = await send({
    method: "POST",
    url: `${versionUrl}/$batch`,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ requests }),
    signal,
  });
  // A batch that failed as a whole failed for each of its requests. But what is not found is the batch, and no object is gone.
  if (answer.status >= 400 && answer.status !== 404) return paths.map(() => answer);
  if (answer.status !== 200) throw new Fault("graph_bad_response", "Microsoft Graph did not take a batch.");
  const parsed = batchAnswerSchema.safeParse(answer.body);
  if (!parsed.success) throw new Fault("graph_bad_response", "A batch answer of Microsoft Graph has no responses.");
  const byId = new Map(parsed.data.responses.map((each) => [each.id, each]));
  return paths.map((_, position) => {
    const response = byId.get(String(position));
    if (!response) return undefined;
    const { status, headers: said } = response;
    const retryAfterMs = parseRetryAfter(headerOf(said, "retry-after"), headerOf(said, "date"));
    return { status, body: decodeInner(response.body), retryAfterMs, requestId: toText(headerOf(said, "request-id")) };
  });
}

function headerOf(headers: Readonly<Record<string, unknown>>, wanted: string): unknown {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

function toText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Bodies that are not JSON come as base64 text in a batch; an error page of a proxy is one. */
function decodeInner(body: unknown): unknown {
  return typeof body === "string" ? undefined : body;
}
