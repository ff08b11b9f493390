import { HttpRequest, InvocationContext } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { serve } from "../../../functions/http/serve.ts";
import { getSignIn } from "../../../functions/http/sign-in/get-sign-in.ts";
import packageFacts from "../../../package.json" with { type: "json" };
import type { HttpApp } from "../../../src/app/http-app.ts";
import { toSignIn } from "../../../src/domain/portal/sign-in.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";

const settings = {
  portalUrl: "https://portal.example.com",
  authority: "https://login.example.com",
  endpoint: "https://login.example.com",
  audience: "api://tenantpilot",
  allowedTenants: ["5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a002"],
};

async function signInOf(portalAppId: string | undefined, headers: Record<string, string> = {}) {
  // The route reads nothing else of the app.
  const app = {
    telemetry: noTelemetry,
    portal: { signIn: () => toSignIn({ ...settings, portalAppId }) },
  } as unknown as HttpApp;
  const request = new HttpRequest({ method: "GET", url: "http://localhost/api/sign-in", headers });
  const context = new InvocationContext({ invocationId: "an-invocation" });
  const { status, body, headers: answered } = await serve(app, getSignIn, request, context);
  return { status, body: typeof body === "string" ? body : "", headers: new Headers(answered) };
}

const portalAppId = "5a0d3c1e-7f42-4b8a-9c61-20d1f8e3a001";

describe("GET /api/sign-in", () => {
  it("answers anybody with what its schema says, and the version that answers", async () => {
    const { status, body } = await signInOf(portalAppId);
    expect(status).toBe(200);
    const answered: unknown = JSON.parse(body);
    expect(getSignIn.answers[200]?.parse(answered)).toEqual(answered);
    expect(answered).toMatchObject({ clientId: portalAppId, version: packageFacts.version });
  });

  it("is asked again by each tab that wakes, and costs no body while nothing changed", async () => {
    const { headers } = await signInOf(portalAppId);
    expect(headers.get("cache-control")).toBe("private, no-cache");
    expect((await signInOf(portalAppId, { "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
  });

  it("is 503 without a registration of the portal, and says what is missing", async () => {
    const { status, body } = await signInOf(undefined);
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({
      code: "portal_missing",
      detail: "This deployment has no PORTAL_APP_ID.",
    });
  });
});
