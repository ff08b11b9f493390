import type { HttpRequest, HttpResponseInit, InvocationContext } from "@azure/functions";
import type { HttpApp } from "../../src/app.ts";
import { toFault } from "../../src/domain/error/fault.ts";
import { hashOfText } from "../../src/domain/snapshot/hash-of-text.ts";
import { toProblem } from "./problem.ts";
import type { Answer, Route, Trace } from "./route.ts";

/** Serves one request of a route: handler or problem, security headers, and ETag with 304 on reads. */
export async function serve(
  app: HttpApp,
  route: Route,
  request: HttpRequest,
  context: InvocationContext,
): Promise<HttpResponseInit> {
  const trace = traceOf(request, context.invocationId);
  try {
    return toResponse(await route.serve(app, request, trace), request, trace);
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === "unexpected") context.error(`${route.id} ${trace.correlationId}`, fault.cause);
    return toResponse(toProblem(error, trace), request, trace);
  }
}

function toResponse(answer: Answer, request: HttpRequest, trace: Trace): HttpResponseInit {
  const body = toText(answer);
  const headers = {
    "content-type": "application/json",
    ...fixedHeaders,
    "x-correlation-id": trace.correlationId,
    ...answer.headers,
  };
  if (request.method !== "GET" || answer.status !== 200) return { status: answer.status, headers, body };
  const etag = answer.headers?.["etag"] ?? `"${hashOfText(body).slice(0, 32)}"`;
  if (isMatch(request.headers.get("if-none-match"), etag)) return { status: 304, headers: { ...headers, etag } };
  return { status: 200, headers: { ...headers, etag }, body };
}

function toText({ body }: Answer): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

// Answers are one caller's own: no cache may keep them for another.
const fixedHeaders = {
  "cache-control": "private, no-cache",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

function isMatch(ifNoneMatch: string | null, etag: string): boolean {
  const wanted = (ifNoneMatch ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return wanted.includes(etag) || wanted.includes("*");
}

const traceparentForm = /^00-(?<trace>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's trace context when it is well formed (W3C Trace Context), else one that the invocation's id gives. */
function traceOf(request: HttpRequest, invocationId: string): Trace {
  const traceparent = request.headers.get("traceparent");
  const trace = traceparent?.match(traceparentForm)?.groups?.["trace"];
  if (traceparent && trace) return { correlationId: trace, traceparent };
  const correlationId = hashOfText(invocationId).slice(0, 32);
  return { correlationId, traceparent: `00-${correlationId}-${correlationId.slice(0, 16)}-01` };
}
