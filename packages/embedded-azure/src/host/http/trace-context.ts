import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { InvocationRequest } from "../programming-model.ts";

/** The caller's W3C trace context, or a new one (https://www.w3.org/TR/trace-context/). */
export function toTraceContext(request?: IncomingMessage): NonNullable<InvocationRequest["traceContext"]> {
  const parent = request?.headers["traceparent"];
  const state = request?.headers["tracestate"];
  return {
    traceParent: typeof parent === "string" ? parent : newTraceParent(),
    traceState: typeof state === "string" ? state : "",
    attributes: {},
  };
}

function newTraceParent(): string {
  return `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-00`;
}
