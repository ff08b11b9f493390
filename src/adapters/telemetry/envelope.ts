import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import type { Measurements } from "../../domain/telemetry/measurement.ts";
import { spanAttributes } from "./span-attributes.ts";

/** One record as Application Insights takes it (https://learn.microsoft.com/azure/azure-monitor/app/data-model-complete). */
export type Envelope = {
  readonly name: string;
  readonly time: string;
  readonly iKey: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly data: { readonly baseType: string; readonly baseData: Readonly<Record<string, unknown>> };
};

/** Whose telemetry it is: the key names the instance and opens nothing; the role is the app. */
export type Source = { readonly instrumentationKey: string; readonly role: string };

const types: Partial<Record<SpanKind, string>> = {
  [SpanKind.CLIENT]: "Http",
  [SpanKind.PRODUCER]: "Queue Message",
  [SpanKind.INTERNAL]: "InProc",
};

/** A span as a dependency: the Functions host records the invocation around it as a request. */
export function toDependency(span: ReadableSpan, { instrumentationKey, role }: Source): Envelope {
  const { traceId, spanId } = span.spanContext();
  const parentId = span.parentSpanContext?.spanId;
  const properties = toProperties(span.attributes);
  const tags = { "ai.cloud.role": role, "ai.operation.id": traceId };
  return {
    name: "Microsoft.ApplicationInsights.RemoteDependency",
    time: new Date(toMs(span.startTime)).toISOString(),
    iKey: instrumentationKey,
    tags: parentId === undefined ? tags : { ...tags, "ai.operation.parentId": parentId },
    data: {
      baseType: "RemoteDependencyData",
      baseData: {
        ver: 2,
        id: spanId,
        name: span.name,
        type: types[span.kind] ?? "InProc",
        duration: toTimeSpan(toMs(span.duration)),
        resultCode: properties[spanAttributes.status.name] ?? "",
        success: span.status.code !== SpanStatusCode.ERROR,
        properties,
      },
    },
  };
}

/** Application Insights keeps attributes as texts; ours are texts and numbers. */
function toProperties(attributes: ReadableSpan["attributes"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      typeof value === "string" || typeof value === "number" ? [[key, `${value}`]] : [],
    ),
  );
}

/** Measurements of one moment. They are never sampled. */
export function toMetrics(measurements: Measurements, time: string, { instrumentationKey, role }: Source): Envelope[] {
  return Object.entries(measurements).map(([name, value]) => ({
    name: "Microsoft.ApplicationInsights.Metric",
    time,
    iKey: instrumentationKey,
    tags: { "ai.cloud.role": role },
    data: {
      baseType: "MetricData",
      baseData: { ver: 2, metrics: [{ name: `tenantpilot.${name}`, value, count: 1 }], properties: {} },
    },
  }));
}

// OpenTelemetry writes times as seconds and nanoseconds.
function toMs([seconds, nanoseconds]: readonly [number, number]): number {
  return seconds * 1_000 + nanoseconds / 1_000_000;
}

/** `d.hh:mm:ss.fff` */
function toTimeSpan(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  const days = Math.floor(whole / 86_400_000);
  return `${days}.${new Date(whole % 86_400_000).toISOString().slice(11, 23)}`;
}
