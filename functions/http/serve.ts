import type { HttpRequest, HttpResponseInit, InvocationContext } from "@azure/functions";
import type { HttpApp } from "../../src/app/http-app.ts";
import type { ErrorCode } from "../../src/domain/error/error-codes.ts";
import { toFault } from "../../src/domain/error/fault.ts";
import { toLogText } from "../../src/domain/text/visible-text.ts";
import { toProblem } from "./problem.ts";
import type { Answer, Route, Trace } from "./route.ts";
import { toResponse } from "./to-response.ts";
import { traceOf } from "./trace-of.ts";

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
    if (damagedDataCodes.has(fault.code)) context.error(`${route.id} ${trace.correlationId} ${fault.message}`);
    return toProblem(error, trace);
  }
}

/** Nothing that passes by itself, and nothing that a caller did. The message names what is stored so. */
const damagedDataCodes: ReadonlySet<ErrorCode> = new Set([
  "unreadable_document",
  "payload_damaged",
  "payload_missing",
  "manifest_damaged",
]);
