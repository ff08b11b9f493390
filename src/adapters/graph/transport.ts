import { HTTPMessageHandler } from "@microsoft/microsoft-graph-client";
import { Fault } from "../../domain/error/fault.ts";
import { type ByteBudget, makeByteBudget } from "../../domain/work/byte-budget.ts";
import { AnswerTooLarge, decodeBody } from "./decode.ts";
import { tooLarge } from "./graph-error.ts";
import { answerLimits } from "./graph-limits.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { GraphAnswer, GraphRequest, Send } from "./send.ts";

// A request that takes longer is lost: Graph's own gateway gives up after 100 s.
const requestTimeoutMs = 110_000;

/**
 * The bare transport: the Graph SDK's own HTTP handler without its default chain, which retries, follows redirects and
 * adds tokens by itself (azure-services.md 34). Connections are kept alive by Node's fetch.
 */
export function makeTransport(): Send {
  const handler = new HTTPMessageHandler();
  const memory = makeByteBudget(answerLimits.received);
  return async (request) => {
    try {
      return await execute(handler, memory, request);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      if (error instanceof Fault) throw error;
      throw new Fault("graph_unavailable", "Microsoft Graph did not answer.", { cause: error });
    }
  };
}

async function execute(handler: HTTPMessageHandler, memory: ByteBudget, request: GraphRequest): Promise<GraphAnswer> {
  const { url, method, headers, body, mostBytes = answerLimits.largest } = request;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(requestTimeoutMs)]);
  // A redirect would carry the token to whatever host it names.
  const options: RequestInit = { method, headers, signal, redirect: "error", ...(body === undefined ? {} : { body }) };
  const context: Parameters<HTTPMessageHandler["execute"]>[0] = { request: url, options };
  await handler.execute(context);
  const response = context.response;
  if (!response) throw new Error("The SDK's handler set no response.");
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), response.headers.get("date"));
  const requestId = response.headers.get("request-id") ?? undefined;
  const decoded = await decodeBody(response, { mostBytes, memory }).catch((error: unknown) => {
    // A gateway refuses with a page of text: then the status and Retry-After are what counts.
    if (!response.ok) return nothing;
    if (error instanceof AnswerTooLarge) return error;
    throw error;
  });
  if (decoded instanceof AnswerTooLarge) return { status: tooLarge, body: undefined, retryAfterMs, requestId };
  return { status: response.status, body: decoded.value, bytes: decoded.bytes, retryAfterMs, requestId };
}

const nothing = { value: undefined, bytes: 0 };
