import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Counters } from "../counters.ts";
import { writeJson } from "../exact-json.ts";
import { GraphError } from "../graph-error.ts";
import { type Answer, newRequestIds, type RequestIds, toErrorAnswer } from "./answer.ts";
import type { AnswerControl } from "./answer-control.ts";
import type { Authenticate } from "./authenticate.ts";
import type { GraphRequest } from "./graph-request.ts";
import type { RequestHandler } from "./make-request-handler.ts";
import { readBody } from "./read-body.ts";

export type ListenerDeps = {
  readonly authenticate: Authenticate;
  readonly handle: RequestHandler;
  readonly answerControl: AnswerControl;
  readonly counters: Counters;
  /** What a request waits for before it is carried out. */
  readonly waitFor: (request: Pick<GraphRequest, "method" | "url">) => Promise<void>;
  readonly scheme: "http" | "https";
  readonly nowMs: () => number;
};

/** The server's whole wire: read, know the caller, wait, handle, answer. */
export function makeListener(deps: ListenerDeps): RequestListener {
  return (incoming, response) => {
    respond(deps, incoming, response).catch((error: unknown) => {
      // A client that went away is none of the server's business.
      if (response.destroyed) return;
      console.error("The local Graph failed:", error);
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { code: "InternalServerError", message: "Internal Server Error" } }));
    });
  };
}

async function respond(deps: ListenerDeps, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { headers, url = "/" } = incoming;
  const ids = newRequestIds(toText(headers["client-request-id"]));
  if (url.startsWith("/_control/")) {
    send(response, await refusalToAnswer(deps, ids, () => answerControlled(deps, incoming)), ids);
    return;
  }
  const answer = await refusalToAnswer(deps, ids, () => answerGraph(deps, incoming, ids));
  deps.counters.countBytes(send(response, answer, ids));
}

async function answerControlled({ answerControl }: ListenerDeps, incoming: IncomingMessage): Promise<Answer> {
  const { method = "GET", url = "/", headers } = incoming;
  return answerControl({ method, url, key: toText(headers["x-control-key"]), body: await readBody(incoming) });
}

async function answerGraph(deps: ListenerDeps, incoming: IncomingMessage, ids: RequestIds): Promise<Answer> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = await readBody(incoming);
  const caller = await deps.authenticate(headers.authorization);
  await deps.waitFor({ method, url });
  const origin = `${deps.scheme}://${headers.host ?? "localhost"}`;
  return deps.handle({ ...caller, method, url, body, origin, headers: toHeaders(headers) }, ids);
}

async function refusalToAnswer(deps: ListenerDeps, ids: RequestIds, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphError) return toErrorAnswer(error, ids, deps.nowMs());
    throw error;
  }
}

/** Writes the answer and returns its length in bytes. */
function send(response: ServerResponse, { status, headers, body, damage }: Answer, ids: RequestIds): number {
  if (damage === "dropped") {
    response.destroy();
    return 0;
  }
  const whole = Buffer.from(body === undefined ? "" : writeJson(body));
  const text = damage === "truncated" ? whole.subarray(0, whole.byteLength / 2) : whole;
  const content = body === undefined ? {} : { "content-type": "application/json;odata.metadata=minimal" };
  const length = status === 204 ? {} : { "content-length": text.byteLength };
  response.writeHead(status, { ...ids, ...content, ...length, ...headers });
  response.end(text);
  return text.byteLength;
}

function toHeaders(headers: IncomingMessage["headers"]): GraphRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, toText(value)]));
}

function toText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value;
}
