import { randomUUID } from "node:crypto";
import type { GraphError } from "../graph-error.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; undefined = an empty answer. */
  readonly body?: unknown;
  /** How a fault spoils the answer on its way: the connection ends without it, or half of its text is sent. */
  readonly damage?: "dropped" | "truncated";
};

export function ok(body: unknown, status = 200): Answer {
  return { status, headers: {}, body };
}

export const noContent: Answer = { status: 204, headers: {} };

export type RequestIds = { readonly "request-id": string; readonly "client-request-id": string };

/** A new request id, and the client's own id echoed; a client that gave none gets the same one twice. */
export function newRequestIds(clientRequestId: string | undefined): RequestIds {
  const requestId = randomUUID();
  return { "request-id": requestId, "client-request-id": clientRequestId ?? requestId };
}

/** Graph's error shape. */
export function toErrorAnswer(refusal: GraphError, ids: RequestIds, nowMs: number): Answer {
  const { status, code, message, headers } = refusal;
  const date = new Date(nowMs).toISOString().slice(0, 19);
  return { status, headers, body: { error: { code, message, innerError: { date, ...ids } } } };
}
