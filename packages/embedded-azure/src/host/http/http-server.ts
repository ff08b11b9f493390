import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { RegisteredFunction } from "../function-registry.ts";
import type { Invoker } from "../invoke.ts";
import type { Log } from "../log.ts";
import type { NamedData } from "../programming-model.ts";
import { InvocationTimeout } from "../with-timeout.ts";
import type { KeyCheck } from "./keys.ts";
import { toPathSegments } from "./match-route.ts";
import { BodyTooLarge, readBody } from "./read-body.ts";
import type { RouteTable } from "./route-table.ts";
import { sendAnswer, sendJson } from "./send-answer.ts";
import { toHttpData } from "./to-http-data.ts";
import { toTraceContext } from "./trace-context.ts";

/** Answers what is not a function: admin and webhook paths. */
export type SideHandler = (request: SideRequest) => Promise<SideAnswer>;
export type SideRequest = {
  readonly method: string;
  /** Decoded segments below the handler's own prefix. */
  readonly path: readonly string[];
  readonly url: URL;
  readonly body: string;
  readonly header: (name: string) => string;
};
export type SideAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

export type HttpFront = {
  readonly routes: RouteTable;
  readonly invoker: Invoker;
  readonly mayCall: KeyCheck;
  readonly bodyLimit: number;
  readonly log: Log;
  readonly extraInputs: (fn: RegisteredFunction) => readonly NamedData[];
  /** By path prefix, such as `/admin`; `open` ones need no key. */
  readonly sides: readonly { readonly prefix: string; readonly open: boolean; readonly handle: SideHandler }[];
};

// More than Azure's front lets through (32 KB, then 431), so that apps show here what they say to too long a header themselves.
const maxHeaderSize = 2 * 1024 * 1024;

export function makeHttpServer(front: HttpFront): Server {
  return createServer({ keepAlive: true, requestTimeout: 0, maxHeaderSize }, (request, response) => {
    answer(front, request, response).catch((error: unknown) => fail(front, response, error));
  });
}

async function answer(front: HttpFront, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Not resolved against the origin: a path of two slashes would name another host.
  const url = new URL(`http://${request.headers.host ?? "localhost"}${request.url ?? "/"}`);
  const path = toPathSegments(url.pathname);
  const side = front.sides.find(({ prefix }) => url.pathname.toLowerCase().startsWith(`${prefix}/`));
  if (side) return answerSide(front, side, request, response, url);
  const found = front.routes.find(request.method ?? "GET", path);
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  const { fn, authLevel } = found.route;
  if (!front.mayCall(authLevel, request, url)) {
    response.writeHead(401).end();
    return;
  }
  const body = await readBody(request, front.bodyLimit);
  const result = await front.invoker.invoke(fn, {
    inputData: [
      { name: fn.triggerName, data: { http: toHttpData(request, url, found.params, body) } },
      ...front.extraInputs(fn),
    ],
    traceContext: toTraceContext(request),
  });
  sendAnswer(response, result.returnValue);
}

async function answerSide(
  front: HttpFront,
  side: HttpFront["sides"][number],
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!side.open && !front.mayCall("admin", request, url)) {
    response.writeHead(401).end();
    return;
  }
  const body = await readBody(request, front.bodyLimit);
  const {
    status,
    body: answered,
    headers,
  } = await side.handle({
    method: request.method ?? "GET",
    path: toPathSegments(url.pathname.slice(side.prefix.length)),
    url,
    body: body.toString("utf8"),
    header: (name) => String(request.headers[name] ?? ""),
  });
  sendJson(response, status, answered, headers);
}

function fail(front: HttpFront, response: ServerResponse, error: unknown): void {
  const status = statusOf(error);
  if (status === 500) front.log("debug", "Host.Http", `A request ended in 500: ${String(error).split("\n", 1)[0]}`);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // The rest of a body that was too large stays unread: this connection cannot be used again.
  response.writeHead(status, status === 413 ? { connection: "close" } : {}).end();
}

function statusOf(error: unknown): number {
  if (error instanceof BodyTooLarge) return 413;
  return error instanceof InvocationTimeout ? 504 : 500;
}
