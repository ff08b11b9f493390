import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";
import { AlwaysOnSampler, BatchSpanProcessor, type SpanExporter, TracerProvider } from "@opentelemetry/sdk-trace";
import { isoTime } from "../../domain/clock/clock.ts";
import { toFault } from "../../domain/error/fault.ts";
import type { OpenSpan, SpanStart, Telemetry } from "../../domain/telemetry/telemetry.ts";
import { parseTraceparent } from "../../domain/telemetry/traceparent.ts";
import { type Connection, parseConnection } from "./connection.ts";
import { type Source, toDependency, toMetrics } from "./envelope.ts";
import { type Ingestion, makeIngestion, type TelemetryCredential } from "./make-ingestion.ts";
import { toAttributes } from "./span-attributes.ts";

export type TelemetryOptions = {
  /** Of Application Insights; it holds no secret. */
  readonly connectionString: string;
  readonly credential: TelemetryCredential;
  /** Name of the app, the same that the Functions host gives its own telemetry. */
  readonly role: string;
  readonly nowMs: () => number;
};

const kinds = { internal: SpanKind.INTERNAL, producer: SpanKind.PRODUCER, client: SpanKind.CLIENT } as const;

/** Traces by OpenTelemetry, and measurements, to Application Insights. */
export function makeTelemetry({ connectionString, credential, role, nowMs }: TelemetryOptions): Telemetry {
  const connection: Connection = parseConnection(connectionString);
  const source: Source = { instrumentationKey: connection.instrumentationKey, role };
  const ingestion = makeIngestion(connection, credential);
  const processor = new BatchSpanProcessor({ exporter: makeExporter(ingestion, source) });
  // Application Insights samples whole traces when it takes them in (infra/README.md), so everything is sent.
  const provider = new TracerProvider({ sampler: new AlwaysOnSampler(), spanProcessors: [processor] });
  const tracer = provider.getTracer("tenantpilot");
  const open = new AsyncLocalStorage<Span>();

  return {
    isOn: true,
    span: (start, work) => {
      const options = { kind: kinds[start.kind], attributes: toAttributes(start.facts ?? {}) };
      const span = tracer.startSpan(start.name, options, contextOf(start, open.getStore()));
      return open.run(span, () => endWith(span, start.kind, work));
    },
    measure: (measurements) => ingestion.add(toMetrics(measurements, isoTime(nowMs()), source)),
    flush: async () => {
      await provider.forceFlush();
      await ingestion.send();
    },
  };
}

/** The span's parent: what is named, or else the span that is open around it. */
function contextOf({ parent }: SpanStart, around: Span | undefined): Context {
  const remote = parseTraceparent(parent);
  if (remote) {
    const { traceId, spanId } = remote;
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
  }
  return around === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, around);
}

async function endWith<T>(span: Span, kind: SpanStart["kind"], work: (span: OpenSpan) => Promise<T>): Promise<T> {
  const { traceId, spanId } = span.spanContext();
  try {
    return await work({
      traceparent: `00-${traceId}-${spanId}-01`,
      note: (facts) => {
        span.setAttributes(toAttributes(facts));
        if (isFailure(kind, facts.status)) span.setStatus({ code: SpanStatusCode.ERROR });
      },
    });
  } catch (error) {
    // The code alone: a message may quote what it is about.
    span.setAttribute("error.type", toFault(error).code).setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** A refusal is the caller's affair when we answer it, and ours when we receive it. */
function isFailure(kind: SpanStart["kind"], status = 0): boolean {
  return status >= (kind === "client" ? 400 : 500);
}

function makeExporter(ingestion: Ingestion, source: Source): SpanExporter {
  return {
    export: (spans, done) => {
      ingestion.add(spans.map((span) => toDependency(span, source)));
      ingestion.send().then(
        () => done({ code: 0 }),
        (error: unknown) => done({ code: 1, error: error instanceof Error ? error : new Error(String(error)) }),
      );
    },
    shutdown: () => ingestion.send(),
  };
}
