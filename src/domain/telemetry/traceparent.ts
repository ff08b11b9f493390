const form = /^00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-[0-9a-f]{2}$/;

export type TraceContext = { readonly traceparent: string; readonly traceId: string; readonly spanId: string };

/** A W3C trace context, or undefined when the text is none (https://www.w3.org/TR/trace-context/). */
export function parseTraceparent(text: unknown): TraceContext | undefined {
  if (typeof text !== "string") return undefined;
  const { trace, span } = form.exec(text)?.groups ?? {};
  // All zeros is the invalid id in both places.
  if (!trace || !span || /^0+$/.test(trace) || /^0+$/.test(span)) return undefined;
  return { traceparent: text, traceId: trace, spanId: span };
}
