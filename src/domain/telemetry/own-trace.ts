import { hashOfText } from "../hash/hash-of-text.ts";

/** A trace that begins with us, and is the same for the same origin: a slot, an invocation, an id. */
export function ownTrace(origin: string): { readonly correlationId: string; readonly traceparent: string } {
  const correlationId = hashOfText(origin).slice(0, 32);
  return { correlationId, traceparent: `00-${correlationId}-${correlationId.slice(0, 16)}-01` };
}
