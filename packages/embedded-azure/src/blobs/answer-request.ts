import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { authorize, type Credentials } from "./authorize.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Answer, OperationContext } from "./operations/operation.ts";
import { findRoute, type Route } from "./routes.ts";
import { StorageError } from "./rules/storage-error.ts";
import { type Call, header, parseCall } from "./wire/call.ts";
import { element, xmlHead } from "./wire/xml.ts";

export type ServerContext = OperationContext & {
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly count: (operation: string, status: number) => void;
};

/** Parse, find the route, authorise, work, answer; every refusal comes out in the service's own shape. */
export async function answerRequest(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await toAnswer(context, request);
  if (answer === "cut") return void request.socket.destroy();
  const { status, headers = {}, body = "" } = answer;
  response.writeHead(status, { ...commonHeaders(context, request), ...headers });
  if (typeof body === "string" || Buffer.isBuffer(body)) {
    response.end(request.method === "HEAD" ? undefined : body);
    // A refusal may come before the body was read: the rest is let through, so that the connection can go on.
    request.resume();
    return;
  }
  await pipeline(body, response);
}

async function toAnswer(context: ServerContext, request: IncomingMessage): Promise<Answer | "cut"> {
  let operation = "Unsupported";
  try {
    const call = parseCall(request, context.account);
    const route = findRoute(call);
    operation = route.name;
    const answer = await work(context, call, route);
    context.count(operation, answer === "cut" ? 0 : answer.status);
    return answer;
  } catch (error) {
    const refusal = error instanceof StorageError ? error : toInternalError(request, error);
    context.count(operation, refusal.status);
    return toErrorAnswer(refusal);
  }
}

async function work(context: ServerContext, call: Call, route: Route): Promise<Answer | "cut"> {
  await authorize(context.credentials, call, route);
  const fault = context.faults.take(route.name, call.target.level === "blob" ? call.target.name : "");
  if (fault && fault.when !== "after") return toFaultAnswer(fault);
  const answer = await route.run(context, call);
  return fault ? toFaultAnswer(fault) : answer;
}

function toFaultAnswer(fault: Fault): Answer | "cut" {
  if (fault.status === 0) return "cut";
  const code = fault.code ?? (fault.status === 503 ? "ServerBusy" : "InternalError");
  return toErrorAnswer(new StorageError(fault.status, code, "This failure was asked for."));
}

/** A caller that went away in the middle is no fault of the server's. */
function toInternalError(request: IncomingMessage, error: unknown): StorageError {
  if (!request.destroyed || request.complete) console.error("blobs:", error);
  return new StorageError(500, "InternalError", "The server encountered an internal error. Please retry the request.");
}

function toErrorAnswer({ status, code, message }: StorageError): Answer {
  const body = `${xmlHead}<Error>${element("Code", code)}${element("Message", message)}</Error>`;
  const headers = { "x-ms-error-code": code, ...(status !== 304 && { "content-type": "application/xml" }) };
  return { status, headers, body: status === 304 ? "" : body };
}

function commonHeaders(context: ServerContext, request: IncomingMessage): Record<string, string> {
  const version = header(request, "x-ms-version");
  const clientRequestId = header(request, "x-ms-client-request-id");
  return {
    server: "TenantPilot-Blob",
    date: new Date(context.nowMs()).toUTCString(),
    "x-ms-request-id": crypto.randomUUID(),
    ...(version && { "x-ms-version": version }),
    ...(clientRequestId && { "x-ms-client-request-id": clientRequestId }),
    ...(request.headers.authorization === undefined && {
      "www-authenticate": "Bearer resource_id=https://storage.azure.com",
    }),
  };
}
