import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeTelemetry } from "../../../src/adapters/telemetry/make-telemetry.ts";
import { tracedQueue } from "../../../src/adapters/telemetry/traced-queue.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { noTelemetry, type SpanFacts, type Telemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { anInsights, type Insights, instrumentationKey } from "../../../tools/stack/an-insights.ts";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const parent = `00-${traceId}-b7ad6b7169203331-00`;
const tenantId = tenantIdSchema.parse("11111111-2222-4333-8444-555555555555");
const runId = "01arz3ndektsv4rrffq69g5fav";
const nowMs = Date.parse("2026-11-28T10:00:00Z");

let insights: Insights;
let telemetry: Telemetry;
let scopes: string[] = [];

beforeEach(async () => {
  insights = await anInsights();
  scopes = [];
  telemetry = aTelemetry(insights.connectionString);
});
afterEach(() => insights[Symbol.asyncDispose]());

function aTelemetry(connectionString: string): Telemetry {
  const getToken = async (scope: string, { abortSignal }: { abortSignal: AbortSignal }) => {
    // Nobody waits for a token for ever.
    expect(abortSignal.aborted).toBe(false);
    scopes.push(scope);
    return { token: "of the identity" };
  };
  return makeTelemetry({ connectionString, credential: { getToken }, role: "func-http", nowMs: () => nowMs });
}

const spanOf = (facts: SpanFacts, work = async () => undefined) =>
  telemetry.span({ name: "activity test", kind: "internal", parent, facts }, work);

describe("a span", () => {
  it("continues the trace that caused it, whatever the caller's sampling flag", async () => {
    const sent = await telemetry.span(
      { name: "http test", kind: "internal", parent },
      async (span) => span.traceparent,
    );
    await telemetry.flush();
    const [told] = insights.spans();
    expect(told).toMatchObject({ name: "http test", traceId, parentId: "b7ad6b7169203331", role: "func-http" });
    expect(sent).toBe(`00-${traceId}-${told?.id}-01`);
  });

  it("lies below the span that is open around it, also across pauses", async () => {
    await spanOf({}, async () => {
      await pause(1);
      await telemetry.span({ name: "graph GET", kind: "client" }, () => pause(1));
    });
    await telemetry.flush();
    const [inner, outer] = insights.spans();
    expect(inner).toMatchObject({ traceId, parentId: outer?.id, type: "Http" });
  });

  it("begins a trace of its own when nothing caused it", async () => {
    await telemetry.span({ name: "timer", kind: "internal", parent: "no trace" }, async () => undefined);
    await telemetry.flush();
    expect(insights.spans()[0]).toMatchObject({ traceId: expect.stringMatching(/^(?!0{32})[0-9a-f]{32}$/) });
    expect(insights.spans()[0]?.parentId).toBeUndefined();
  });

  it("P6.10, P7.3: a span of a failure tells the code and nothing of the text", async () => {
    const work = async () => {
      throw new Fault("graph_forbidden", "Sanitised, and still not told.", { cause: new Error("secret text") });
    };
    await expect(spanOf({ tenantId }, work)).rejects.toThrow("Sanitised");
    await expect(spanOf({}, () => Promise.reject(new Error("Bearer eyJ0")))).rejects.toThrow("eyJ0");
    await telemetry.flush();
    const [known, unknown] = insights.spans();
    expect(known).toMatchObject({ success: false });
    expect(known?.properties).toEqual({ "error.type": "graph_forbidden", "tenantpilot.tenant_id": tenantId });
    expect(unknown?.properties).toEqual({ "error.type": "unexpected" });
    expect(insights.requests.map(({ body }) => body).join()).not.toMatch(/Sanitised|secret text|eyJ0/);
  });

  it("fails with the status of what it asked, and a caller's mistake is no failure of what answered", async () => {
    const note = (kind: "internal" | "client", status: number) =>
      telemetry.span({ name: `${kind} ${status}`, kind }, async (span) => span.note({ status }));
    await note("internal", 404);
    await note("internal", 503);
    await note("client", 429);
    await telemetry.flush();
    const seen = insights.spans().map(({ name, success, resultCode }) => [name, success, resultCode]);
    expect(seen).toEqual([
      ["internal 404", true, "404"],
      ["internal 503", false, "503"],
      ["client 429", false, "429"],
    ]);
  });
});

describe("P6.10, P7.3: an attribute", () => {
  it("is exported when it has the form of its fact", async () => {
    const facts = {
      tenantId,
      runId,
      attempt: 2,
      group: "conditionalAccess",
      method: "GET",
      requests: 20,
      throttled: 3,
    };
    await spanOf({ ...facts, route: "/beta/deviceManagement/configurationPolicies/{id}/assignments", status: 200 });
    await telemetry.flush();
    expect(insights.spans()[0]?.properties).toEqual({
      "tenantpilot.tenant_id": tenantId,
      "tenantpilot.run_id": runId,
      "tenantpilot.attempt": "2",
      "tenantpilot.graph.group": "conditionalAccess",
      "http.request.method": "GET",
      "url.template": "/beta/deviceManagement/configurationPolicies/{id}/assignments",
      "http.response.status_code": "200",
      "tenantpilot.graph.requests": "20",
      "tenantpilot.graph.throttled": "3",
    });
  });

  it.each([
    ["tenantId", "olivia.owner@example.com"],
    ["tenantId", "olivia"],
    ["runId", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"],
    ["group", "a group's name"],
    ["method", "GET /secret"],
    ["route", "/users/olivia@example.com"],
    ["route", "/groups?$filter=displayName eq 'Board'"],
    ["attempt", Number.NaN],
    ["status", 12_345],
  ] satisfies [keyof SpanFacts, string | number][])("%s is left out when it is %s", async (fact, value) => {
    await spanOf({ [fact]: value });
    await telemetry.flush();
    expect(insights.spans()[0]?.properties).toEqual({});
  });
});

describe("what is sent", () => {
  it("is authorised by the app's identity, for the service in the public cloud or the one that the string names", async () => {
    await spanOf({});
    await telemetry.flush();
    telemetry = aTelemetry(`${insights.connectionString};AADAudience=https://monitor.azure.us/`);
    await spanOf({});
    await telemetry.flush();
    expect(scopes).toEqual(["https://monitor.azure.com//.default", "https://monitor.azure.us//.default"]);
    expect(insights.requests.map(({ authorization, path }) => [authorization, path])).toEqual(
      Array(2).fill(["Bearer of the identity", "/v2.1/track"]),
    );
  });

  it("holds each measurement with its time, under the product's name", async () => {
    telemetry.measure({ "runs.failed": 3, "promises.broken": 0 });
    await telemetry.flush();
    expect(insights.measurements()).toEqual([{ "tenantpilot.runs.failed": 3 }, { "tenantpilot.promises.broken": 0 }]);
    expect(insights.envelopes()[0]).toMatchObject({
      name: "Microsoft.ApplicationInsights.Metric",
      time: "2026-11-28T10:00:00.000Z",
      iKey: instrumentationKey,
    });
  });

  it("is kept when the service is busy and goes with the next send; what it refuses for good is dropped", async () => {
    insights.answer(429);
    telemetry.measure({ "runs.failed": 1 });
    await expect(telemetry.flush()).rejects.toThrow("429");
    insights.answer(400);
    await expect(telemetry.flush()).rejects.toThrow("400");
    insights.answer(200);
    telemetry.measure({ "runs.failed": 2 });
    await telemetry.flush();
    expect(insights.requests).toHaveLength(3);
    expect(insights.measurements()).toEqual([{ "tenantpilot.runs.failed": 2 }]);
  });

  it("never makes the work fail", async () => {
    insights.answer(500);
    expect(await telemetry.span({ name: "work", kind: "internal" }, async () => "done")).toBe("done");
    await expect(telemetry.flush()).rejects.toThrow();
  });

  it("is nothing over plain http, or without an instance", () => {
    expect(() => aTelemetry("InstrumentationKey=x;IngestionEndpoint=https://example.com")).toThrow("no instance");
    expect(() => aTelemetry(insights.connectionString.replace("https", "http"))).toThrow("TLS");
  });
});

describe("a queue", () => {
  it("is told of in the trace that the message carries", async () => {
    const sent: unknown[] = [];
    const send = async (...given: unknown[]): Promise<"sent"> => {
      sent.push(given);
      return "sent";
    };
    const queue = tracedQueue({ send }, telemetry);
    const message = { tenantId, runId, attempt: 1 };
    await queue.send(message, { messageId: `${runId}-1`, traceparent: parent });
    await telemetry.flush();
    expect(sent).toEqual([[message, { messageId: `${runId}-1`, traceparent: parent }]]);
    expect(insights.spans()[0]).toMatchObject({ name: "send operations", traceId, type: "Queue Message" });
  });
});

describe("without telemetry", () => {
  it("work without telemetry gets what came in and nothing is kept", async () => {
    const span = { name: "x", kind: "internal", parent } as const;
    expect(await noTelemetry.span(span, async ({ traceparent }) => traceparent)).toBe(parent);
    expect(noTelemetry.isOn).toBe(false);
  });
});
