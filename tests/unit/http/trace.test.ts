import { HttpRequest, InvocationContext } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Route, Trace } from "../../../functions/http/route.ts";
import { serve } from "../../../functions/http/serve.ts";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { tenantId } from "../../builders/a-run.ts";
import { aTelemetry } from "../../builders/a-telemetry.ts";

const callersTrace = "0af7651916cd43dd8448eb211c80319c";
const ofCaller = `00-${callersTrace}-b7ad6b7169203331-01`;
const sameInHost = `00-${callersTrace}-00f067aa0ba902b7-00`;
const ofHost = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

/** What a route is given as its trace, and the span that is told of the request. */
async function served({ caller, host, fails = false }: { caller?: string; host?: string; fails?: boolean }) {
  const told = aTelemetry();
  const seen: Trace[] = [];
  const route: Route = {
    id: "getThing",
    method: "GET",
    path: "tenants/{tenantId}/things",
    summary: "",
    answers: { 200: z.object({}) },
    right: "anonymous",
    serve: async (_app, _request, trace) => {
      seen.push(trace);
      if (fails) throw new Fault("store_unavailable", "The store does not answer.");
      return { status: 200, body: {} };
    },
  };
  const headers = caller === undefined ? {} : { traceparent: caller };
  const url = `http://localhost/api/tenants/${tenantId}/things?q=secret`;
  const request = new HttpRequest({ method: "GET", url, headers, params: { tenantId } });
  const traceContext = host === undefined ? {} : { traceContext: { traceParent: host } };
  const context = new InvocationContext({ invocationId: "an-invocation", ...traceContext });
  // The route reads nothing of the app but its telemetry.
  const app = { telemetry: told.telemetry } as unknown as HttpApp;
  const response = await serve(app, route, request, context);
  return { trace: seen[0], span: told.spans[0], response };
}

describe("the trace of a request", () => {
  it("is the caller's, when the host tells another one or none", async () => {
    for (const given of [{ caller: ofCaller }, { caller: ofCaller, host: ofHost }]) {
      expect((await served(given)).trace).toEqual({ correlationId: callersTrace, traceparent: ofCaller });
    }
  });

  it("hangs below the host's own span where the host continues the caller's trace", async () => {
    const { trace } = await served({ caller: ofCaller, host: sameInHost });
    expect(trace).toEqual({ correlationId: callersTrace, traceparent: sameInHost });
  });

  it("is the host's, when the caller sends none, or none that is well formed", async () => {
    for (const given of [{ host: ofHost }, { caller: "00-0-0-0", host: ofHost }]) {
      expect((await served(given)).trace?.traceparent).toBe(ofHost);
    }
    const zeros = `00-${"0".repeat(32)}-b7ad6b7169203331-01`;
    expect((await served({ caller: zeros, host: ofHost })).trace?.traceparent).toBe(ofHost);
  });

  it("is one that the invocation's id gives, when nobody has one", async () => {
    const { trace, response } = await served({});
    expect(trace?.traceparent).toMatch(new RegExp(`^00-${trace?.correlationId}-[0-9a-f]{16}-01$`));
    expect(response.headers).toMatchObject({ "x-correlation-id": trace?.correlationId });
  });
});

describe("the span of a request", () => {
  it("P6.10: tells route, tenant and status, and nothing of the query", async () => {
    const { span } = await served({ caller: ofCaller });
    expect(span).toEqual({
      name: "http getThing",
      kind: "internal",
      facts: { method: "GET", route: "tenants/{tenantId}/things", tenantId, runId: undefined, status: 200 },
    });
  });

  it("tells the status of a problem too", async () => {
    expect((await served({ caller: ofCaller, fails: true })).span?.facts.status).toBe(503);
  });
});
