import type { Measurements } from "./measurement.ts";

/**
 * What may be said of a piece of work: a closed list of names, ids and numbers. There is no field for a payload, a
 * token, a person or free text (P6.10, P7.3), and whoever exports them drops a value of another form.
 */
export type SpanFacts = {
  readonly tenantId?: string | undefined;
  readonly runId?: string | undefined;
  readonly attempt?: number | undefined;
  /** Service group of Microsoft Graph. */
  readonly group?: string | undefined;
  readonly method?: string | undefined;
  /** Form of an address, with `{id}` or `{name}` where a value stands. */
  readonly route?: string | undefined;
  readonly status?: number | undefined;
  /** Requests that were sent together, and how many of them were refused with 429. */
  readonly requests?: number | undefined;
  readonly throttled?: number | undefined;
  /** Form of an address that Graph lists in its metadata and has no route for: our contract names a wrong one. */
  readonly withoutRoute?: string | undefined;
};

export type SpanStart = {
  /** Written in the code: a verb and what it is about. */
  readonly name: string;
  readonly kind: "internal" | "producer" | "client";
  /** W3C traceparent of what caused the work; left out: the span that is open around the call. */
  readonly parent?: string | null | undefined;
  readonly facts?: SpanFacts;
};

export type OpenSpan = {
  /** W3C traceparent to send on; what came in when nothing is exported. */
  readonly traceparent: string | null;
  note(facts: SpanFacts): void;
};

/** Where traces and measurements go. Work is never refused, delayed or failed because of it. */
export type Telemetry = {
  /** Whether anything is exported. */
  readonly isOn: boolean;
  /** Does the work inside a span, which ends with it; a throw is noted by its code. */
  span<T>(start: SpanStart, work: (span: OpenSpan) => Promise<T>): Promise<T>;
  /** Numbers of now, for alerts and the workbook; sent with the next spans, or by `flush`. */
  measure(measurements: Measurements): void;
  /** Sends what waits. Rejects when it was not taken. */
  flush(): Promise<void>;
};

/** Exports nothing and costs nothing. */
export const noTelemetry: Telemetry = {
  isOn: false,
  span: (start, work) => work({ traceparent: start.parent ?? null, note: () => undefined }),
  measure: () => undefined,
  flush: async () => undefined,
};
