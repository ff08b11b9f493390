import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LogLevel } from "../../src/host/log.ts";
import { type RunningHost, startHost } from "../../src/host/start-host.ts";

const lines: { level: LogLevel; category: string; message: string }[] = [];
let dir: string;
let host: RunningHost;

beforeAll(async () => {
  vi.stubEnv("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "1024");
  dir = await mkdtemp(join(tmpdir(), "host-http-"));
  host = await startHost({
    appRoot: join(import.meta.dirname, "apps/http"),
    port: 0,
    dir,
    log: (level, category, message) => lines.push({ level, category, message }),
  });
});
afterAll(async () => {
  await host.close();
  vi.unstubAllEnvs();
  await rm(dir, { recursive: true });
});

const url = (path: string) => `${host.endpoint}${path}`;

describe("an HTTP function", () => {
  it("gets method, query, route values and body", async () => {
    const response = await fetch(url("/api/echo/a/b/c?x=1&y=%20z"), { method: "POST", body: "hello" });
    expect(await response.json()).toMatchObject({
      method: "POST",
      params: { first: "a", rest: "b/c" },
      query: { x: "1", y: " z" },
      body: "hello",
    });
  });

  it("gets repeated query values joined with a comma", async () => {
    const response = await fetch(url("/api/echo/a?x=1&x=2"));
    expect(await response.json()).toMatchObject({ query: { x: "1,2" } });
  });

  it("gets repeated headers joined with a comma, also those that Node keeps one of", async () => {
    const given = { host: ["localhost"], authorization: ["Bearer a", "Bearer b"], "x-given": ["1", "2"] };
    const headers = Object.entries(given).flatMap(([name, values]) => values.flatMap((value) => [name, value]));
    const [response] = (await once(get(url("/api/echo/a"), { headers }), "response")) as [IncomingMessage];
    expect(response.headers["x-seen"]).toBe("1,2");
    expect(await json(response)).toMatchObject({ authorization: "Bearer a,Bearer b" });
  });

  it("answers with its status and headers", async () => {
    const response = await fetch(url("/api/echo/a"), { headers: { "x-given": "seen" } });
    expect([response.status, response.headers.get("x-seen")]).toEqual([201, "seen"]);
  });

  it("an HTTP function that sets a cookie fails, because the host would have to drop it", async () => {
    expect((await fetch(url("/api/cookies"))).status).toBe(500);
  });

  it("an HTTP function that returns nothing answers 204", async () => {
    expect((await fetch(url("/api/silent"))).status).toBe(204);
  });

  it("an HTTP function that throws answers 500 with an empty body", async () => {
    const response = await fetch(url("/api/failing"));
    expect([response.status, await response.text()]).toEqual([500, ""]);
  });
});

describe("routing", () => {
  it("answers 404 with an empty body for an unknown path", async () => {
    const response = await fetch(url("/api/nowhere"));
    expect([response.status, await response.text()]).toEqual([404, ""]);
  });

  it("answers 404, not 405, for another method", async () => {
    expect((await fetch(url("/api/numbers/1"), { method: "DELETE" })).status).toBe(404);
  });

  it("ignores the case of literals", async () => {
    expect((await fetch(url("/API/Numbers/7"))).status).toBe(200);
  });

  it("takes a path of two slashes for a path, and no host out of it", async () => {
    expect((await fetch(url("//example.com/nowhere"))).status).toBe(404);
    expect((await fetch(url("//"))).status).toBe(404);
  });

  it("passes over a route whose constraint does not fit", async () => {
    expect(await (await fetch(url("/api/numbers/seven"))).text()).toBe("word seven");
  });

  it("lets the function whose name comes first answer where two routes fit, even against a literal", async () => {
    expect(await (await fetch(url("/api/things/list"))).text()).toBe("thing list");
  });

  it("warns about routes that overlap", () => {
    expect(lines.filter(({ level }) => level === "warning").map(({ message }) => message)).toEqual([
      expect.stringContaining('"api/things/{id}" (anyThing) and "api/things/list" (listThings) overlap for GET'),
      expect.stringContaining('"api/numbers/{id:int}" (numbers) and "api/numbers/{id}" (words) overlap for GET'),
    ]);
  });
});

describe("the host's own addresses", () => {
  const ask = (path: string, method = "GET") =>
    fetch(url(path), { method, headers: { "x-functions-key": host.masterKey } });

  it("the host's own addresses tell that the host runs", async () => {
    expect(await (await ask("/admin/host/status")).json()).toMatchObject({ state: "Running" });
  });

  it("the host's own addresses tell what the host was asked for since its start", async () => {
    await fetch(url("/api/echo/a"));
    const { host: counts } = (await (await ask("/admin/operations")).json()) as { host: Record<string, number> };
    expect(counts).toMatchObject({ "GET /admin/operations": expect.any(Number), httpTrigger: expect.any(Number) });
    expect(counts).not.toHaveProperty("timerTrigger");
  });

  it.each([
    ["/admin/functions", "GET"],
    ["/admin/host/status", "POST"],
    ["/admin/vfs", "GET"],
  ])("the host has no more addresses than that: %s by %s is 404", async (path, method) => {
    expect((await ask(path, method)).status).toBe(404);
  });
});

describe("keys", () => {
  it("a function-level route refuses a request without a key", async () => {
    expect((await fetch(url("/api/protected"))).status).toBe(401);
  });

  it.each(["header", "query"])("a function-level route opens with the master key in the %s", async (where) => {
    const response =
      where === "header"
        ? await fetch(url("/api/protected"), { headers: { "x-functions-key": host.masterKey } })
        : await fetch(url(`/api/protected?code=${host.masterKey}`));
    expect(response.status).toBe(200);
  });

  it("the admin endpoints refuse a request without the master key", async () => {
    expect((await fetch(url("/admin/host/status"))).status).toBe(401);
  });
});

it("the host refuses a body beyond the limit with 413 and goes on", async () => {
  const response = await fetch(url("/api/echo/a"), { method: "POST", body: new Uint8Array(1025) });
  expect(response.status).toBe(413);
  expect((await fetch(url("/api/echo/a"), { method: "POST", body: new Uint8Array(1024) })).status).toBe(201);
});

it("the host answers many requests on one connection", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  for (let i = 0; i < 5; i++) {
    const request = get(url(`/api/numbers/${i}`), { agent });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    ports.add(request.socket?.localPort);
    response.resume();
    await once(response, "end");
  }
  agent.destroy();
  expect(ports.size).toBe(1);
});

it("the host answers a thousand requests at once", async () => {
  const statuses = await Promise.all(
    Array.from({ length: 1000 }, async (_, i) => {
      const response = await fetch(url(`/api/numbers/${i}`));
      return (await response.text()) === `number ${i}` ? response.status : 0;
    }),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
});

it("the host logs invocations without what they carried", async () => {
  lines.length = 0;
  await fetch(url("/api/echo/secret-route?secret=query"), { method: "POST", body: "secret body" });
  expect(lines.map(({ category, message }) => [category, message.split(" (")[0]])).toEqual([
    ["Function.echo", "Executing 'echo'"],
    ["Function.echo", "Executed 'echo'"],
  ]);
  expect(JSON.stringify(lines)).not.toContain("secret");
});
