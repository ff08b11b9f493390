import { app as functions, type HttpRequest, type HttpResponseInit, type InvocationContext } from "@azure/functions";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { toFault } from "../../../src/domain/error/fault.ts";
import { toLogText } from "../../../src/domain/text/visible-text.ts";
import { toProblem } from "../problem.ts";
import { toResponse } from "../to-response.ts";
import { traceOf } from "../trace-of.ts";
import { answerPortal } from "./answer-portal.ts";

/** The host takes the first function by name whose route fits (azure.md 29): this one fits every address, so it is the last. */
export const portalFunction = "zPortal";

/** Registers the one function that answers what no route of the API does. */
export function registerPortal(app: HttpApp): void {
  functions.http(portalFunction, {
    methods: ["GET", "HEAD"],
    route: "{*path}",
    authLevel: "anonymous",
    handler: (request, context) => servePortal(app, request, context),
  });
}

/** Without a span and without the limit of callers: files are nobody's work, and a first visit asks for five at once. */
export async function servePortal(
  app: Pick<HttpApp, "portal" | "portalUrl">,
  request: HttpRequest,
  context: InvocationContext,
): Promise<HttpResponseInit> {
  const response = await answerPortal(app, request).catch((error: unknown) => {
    const trace = traceOf(request, context);
    const fault = toFault(error);
    if (fault.code === "unexpected")
      context.error(`${portalFunction} ${trace.correlationId} ${toLogText(fault.cause)}`);
    return toResponse(toProblem(fault, trace), request, trace);
  });
  if (request.method !== "HEAD") return response;
  const { body: _body, ...head } = response;
  return head;
}
