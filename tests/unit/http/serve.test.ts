import { HttpRequest, InvocationContext } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Answer, Route } from "../../../functions/http/route.ts";
import { serve } from "../../../functions/http/serve.ts";
import type { HttpApp } from "../../../src/app/http-app.ts";
import { Fault } from "../../../src/domain/error/fault.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";

async function served(answer: Partial<Answer> | Error, given: { method?: "GET" | "POST"; ifNoneMatch?: string } = {}) {
  const { method = "GET", ifNoneMatch } = given;
  const route: Route = {
    id: "doThing",
    method,
    path: "things",
    summary: "",
    answers: { 200: z.object({}) },
    right: "anonymous",
    serve: async () => {
      if (answer instanceof Error) throw answer;
      return { status: 200, body: { a: 1 }, ...answer };
    },
  };
  const headers = ifNoneMatch === undefined ? {} : { "if-none-match": ifNoneMatch };
  const request = new HttpRequest({ method, url: "http://localhost/api/things", headers });
  const logged: string[] = [];
  // The route reads nothing of the app but its telemetry.
  const app = { telemetry: noTelemetry } as unknown as HttpApp;
  const context = new InvocationContext({
    invocationId: "an-invocation",
    logHandler: (_level, ...args) => void logged.push(...args.map(String)),
  });
  const response = await serve(app, route, request, context);
  return { ...response, headers: new Headers(response.headers), logged };
}

describe("every answer", () => {
  it.each([
    ["a success", {}, {}],
    ["a start", { status: 202 }, { method: "POST" }],
    ["nothing new", {}, { ifNoneMatch: "*" }],
    ["a problem", new Fault("not_found", "There is nothing."), {}],
    ["what nobody foresaw", new Error("secret"), {}],
  ] as const)(
    "forbids guessing its type, framing, running it and keeping it for others: %s",
    async (_what, answer, given) => {
      const { headers } = await served(answer, given);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cache-control")).toBe("private, no-cache");
      expect(headers.get("x-correlation-id")).toMatch(/^[0-9a-f]{32}$/);
    },
  );

  it("an answer that nobody foresaw names no cause (P6.10)", async () => {
    const { status, body } = await served(new Error("secret"));
    expect(status).toBe(500);
    expect(body).not.toContain("secret");
  });
});

describe("a problem", () => {
  it("has a name, and says what happened and what helps", async () => {
    const { body } = await served(new Fault("not_found", "There is no such run in this tenant."));
    expect(body).toContain(`"title":"Not found"`);
    expect(body).toContain(`"detail":"There is no such run in this tenant."`);
    expect(body).toContain(`"help":"Check the id; what you may not see is reported the same way."`);
  });

  it("a problem that belongs to a run says no more to a caller than its name", async () => {
    const { status, body } = await served(new Fault("store_unavailable", "The database answered 503."));
    expect(status).toBe(503);
    expect(body).toContain(`"title":"A service is not ready"`);
    expect(body).toContain(`"detail":"The stores did not answer."`);
  });
});

describe("a request without a good token", () => {
  it("is told how to sign in, and not what is wrong", async () => {
    const { status, headers } = await served(new Fault("unauthenticated", "No token."));
    expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect((await served(new Fault("missing_right", "No right."))).headers.has("www-authenticate")).toBe(false);
  });
});

describe("a stored document that cannot be read", () => {
  it("is answered by its code, and the log says which it is", async () => {
    const { status, body, logged } = await served(new Fault("unreadable_document", "The stored run x."));
    expect(status).toBe(500);
    expect(body).toContain(`"code":"unreadable_document"`);
    expect(logged.join()).toContain("The stored run x.");
  });
});

describe("damage in the snapshot store", () => {
  it.each(["payload_damaged", "payload_missing", "manifest_damaged"] as const)(
    "is no outage that passes, and is logged with its name: %s",
    async (code) => {
      const { status, headers, logged } = await served(new Fault(code, "The payload of a/1 in snapshot-1."));
      expect([status, headers.has("retry-after")]).toEqual([500, false]);
      expect(logged.join()).toContain("The payload of a/1 in snapshot-1.");
    },
  );
});

describe("a start that meets a run which is being cancelled", () => {
  it("is told which one, and when to come again", async () => {
    const fault = new Fault("cancelling", "The run of this work is being cancelled.", { target: "the run" });
    const { status, body, headers } = await served(fault, { method: "POST" });
    expect(status).toBe(409);
    expect(body).toContain(`"code":"cancelling"`);
    expect(body).toContain(`"runId":"the run"`);
    expect(headers.get("retry-after")).toBe("5");
  });
});

describe("a read", () => {
  it("answers 304 without a body to whoever has it, in every form of If-None-Match", async () => {
    const etag = (await served({})).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const ifNoneMatch of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const { status, body, headers } = await served({}, { ifNoneMatch });
      expect([status, body, headers.get("etag")]).toEqual([304, undefined, etag]);
    }
  });

  it("answers 200 when anything in it changed", async () => {
    const etag = (await served({})).headers.get("etag") ?? "";
    expect((await served({ body: { a: 2 } }, { ifNoneMatch: etag })).status).toBe(200);
  });

  it("is the only one with an ETag: not a change, not a problem", async () => {
    expect((await served({}, { method: "POST" })).headers.get("etag")).toBeNull();
    expect((await served(new Fault("not_found", "There is nothing."))).headers.get("etag")).toBeNull();
  });
});
