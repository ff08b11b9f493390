import type { HttpRequest, InvocationContext } from "@azure/functions";
import { ownTrace } from "../../src/domain/telemetry/own-trace.ts";
import { parseTraceparent } from "../../src/domain/telemetry/traceparent.ts";
import type { Trace } from "./route.ts";

/**
 * The caller's trace, or else the host's own, so that both record the same one; the nearest span of it that is known.
 * Without either, one that the invocation's id gives.
 */
export function traceOf(request: HttpRequest, { invocationId, traceContext }: InvocationContext): Trace {
  const ofCaller = parseTraceparent(request.headers.get("traceparent"));
  const ofHost = parseTraceparent(traceContext?.traceParent);
  const nearest = ofCaller && ofHost?.traceId !== ofCaller.traceId ? ofCaller : ofHost;
  if (nearest) return { correlationId: nearest.traceId, traceparent: nearest.traceparent };
  return ownTrace(invocationId);
}
