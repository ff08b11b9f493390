import { HTTPMessageHandler } from "@microsoft/microsoft-graph-client";
import { Fault } from "../../domain/error/fault.ts";
import { decodeBody } from "./decode.ts";
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
  return async (request) => {
    try {
      return await execute(handler, request);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      if (error instanceof Fault) throw error;
      throw new Fault("graph_unavailable", "Microsoft Graph did not answer.", { cause: error });
    }
  };
}

async function execute(handler: HTTPMessageHandler, request: GraphRequest): Promise<GraphAnswer> {
  const { url, method, headers, body } = request;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(requestTimeoutMs)]);
  // A redirect would carry the token to whatever host it names.
  const options: RequestInit = { method, headers, signal, redirect: "error", ...(body === undefined ? {} : { body }) };
  const context: Parameters<HTTPMessageHandler["execute"]>[0] = { request: url, options };
  await handler.execute(context);
  const response = context.response;
  if (!response) throw new Error("The SDK's handler set no response.");
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), response.headers.get("date"));
  // A gateway refuses with a page of text: then the status and Retry-After are what counts.
  const decoding = decodeBody(response);
  return {
    status: response.status,
    body: await (response.ok ? decoding : decoding.catch(() => undefined)),
    retryAfterMs,
    requestId: response.headers.get("request-id") ?? undefined,
  };
}
