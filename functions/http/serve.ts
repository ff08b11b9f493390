import type { HttpRequest, HttpResponseInit, InvocationContext } from "@azure/functions";
import type { HttpApp } from "../../src/app/http-app.ts";
import type { ErrorCode } from "../../src/domain/error/error-codes.ts";
import { toFault } from "../../src/domain/error/fault.ts";
import { hashOfText } from "../../src/domain/hash/hash-of-text.ts";
import { toJsonText } from "../../src/domain/json/exact-json.ts";
import { parseTraceparent } from "../../src/domain/telemetry/traceparent.ts";
import { toLogText } from "../../src/domain/text/visible-text.ts";
import { toProblem } from "./problem.ts";
import type { Answer, Route, Trace } from "./route.ts";

/** Serves one request of a route: handler or problem, security headers, and ETag with 304 on reads. */
export function serve(
  app: HttpApp,
  route: Route,
  request: HttpRequest,
  context: InvocationContext,
): Promise<HttpResponseInit> {
  const { correlationId, traceparent } = traceOf(request, context);
  const { tenantId, runId } = request.params;
  const facts = { method: route.method, route: route.path, tenantId, runId };
  const start = { name: `http ${route.id}`, kind: "internal", parent: traceparent, facts } as const;
  return app.telemetry.span(start, async (span) => {
    const trace = { correlationId, traceparent: span.traceparent };
    const response = toResponse(await answerOf(app, route, request, context, trace), request, trace);
    span.note({ status: response.status });
    return response;
  });
}

async function answerOf(
  app: HttpApp,
  route: Route,
  request: HttpRequest,
  context: InvocationContext,
  trace: Trace,
): Promise<Answer> {
  try {
    return await route.serve(app, request, trace);
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === "unexpected") context.error(`${route.id} ${trace.correlationId} ${toLogText(fault.cause)}`);
    if (storedWrong.has(fault.code)) context.error(`${route.id} ${trace.correlationId} ${fault.message}`);
    return toProblem(error, trace);
  }
}

/** Nothing that passes by itself, and nothing that a caller did. The message names what is stored so. */
const storedWrong: ReadonlySet<ErrorCode> = new Set([
  "unreadable_document",
  "payload_damaged",
  "payload_missing",
  "manifest_damaged",
]);

function toResponse(
  answer: Answer,
  request: HttpRequest,
  trace: Trace,
): HttpResponseInit & { readonly status: number } {
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
  return typeof body === "string" ? body : toJsonText(body);
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

/**
 * The caller's trace, or else the host's own, so that both tell of the same one; the nearest span of it that is known.
 * Without either, one that the invocation's id gives.
 */
function traceOf(request: HttpRequest, { invocationId, traceContext }: InvocationContext): Trace {
  const ofCaller = parseTraceparent(request.headers.get("traceparent"));
  const ofHost = parseTraceparent(traceContext?.traceParent);
  const nearest = ofCaller && ofHost?.traceId !== ofCaller.traceId ? ofCaller : ofHost;
  if (nearest) return { correlationId: nearest.traceId, traceparent: nearest.traceparent };
  const correlationId = hashOfText(invocationId).slice(0, 32);
  return { correlationId, traceparent: `00-${correlationId}-${correlationId.slice(0, 16)}-01` };
}
